package io.watertight.core.lint;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reading of code found: the one model that every writer of lint reports reads. Immutable.
 *
 * @param files the files that were read, in the order given
 * @param findings open findings, surest and worst first
 * @param suppressed findings that a comment in the code or a baseline answers for, with the reason, by fingerprint
 * @param rules how every rule ended, by id
 * @param families the family of every rule, by the rule's id: {@code preprocessing}, {@code overlap}, ...
 * @param version of the program
 */
public record LintReport(
        List<LintedFile> files,
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<CheckResult> rules,
        Map<String, String> families,
        String version) {

    public LintReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        rules = List.copyOf(rules);
        families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    }

    /** A finding somebody answers for. */
    public record Suppressed(Finding finding, String because) {}
}
