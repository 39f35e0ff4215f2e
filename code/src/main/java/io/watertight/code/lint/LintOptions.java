package io.watertight.code.lint;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How code is read.
 *
 * @param only ids of the only rules to run; empty for all
 * @param skip ids of rules to leave out
 * @param knowledge a file of the user's own that adds to what is known of libraries
 * @param isInExecutedOrder whether notebooks are read only in the order of their execution counts; else in the document's order, and in
 *     that of the counts too where it differs
 */
public record LintOptions(Set<String> only, Set<String> skip, Optional<Path> knowledge, boolean isInExecutedOrder) {

    public static final LintOptions DEFAULT = new LintOptions(Set.of(), Set.of(), Optional.empty(), false);

    public LintOptions {
        only = Set.copyOf(only);
        skip = Set.copyOf(skip);
    }
}
