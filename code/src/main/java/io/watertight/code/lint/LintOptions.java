package io.watertight.code.lint;

import io.watertight.code.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * How code is read and judged.
 *
 * @param knowledge what is known of libraries
 * @param only ids of the rules to run; all if empty
 * @param skipped ids of rules not to run
 * @param executedOrder whether notebooks are read only in the order in which their cells were last run; else in the
 *     document's order, and in the other too where it differs
 * @param root where modules that the code imports are looked for, besides beside each file
 * @param version of the program
 */
public record LintOptions(
        Knowledge knowledge,
        Set<String> only,
        Set<String> skipped,
        boolean executedOrder,
        List<Path> root,
        String version) {

    public LintOptions {
        only = Set.copyOf(only);
        skipped = Set.copyOf(skipped);
        root = List.copyOf(root);
    }

    public LintOptions with(Knowledge known) {
        return new LintOptions(known, only, skipped, executedOrder, root, version);
    }

    public static LintOptions standard(String version) {
        return new LintOptions(Knowledge.bundled(), Set.of(), Set.of(), false, List.of(), version);
    }
}
