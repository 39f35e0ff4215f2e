package io.watertight.core.audit;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.lint.LintReport;
import java.util.List;

/** What a reading of the code beside a study is worth to its audit. */
public final class CodeReading {

    private CodeReading() {}

    /** Why silence about this code means little; empty if all of it was followed. */
    public static String gap(LintReport code) {
        long lost = code.files().stream().filter(file -> !file.isFollowed()).count();
        int all = code.files().size();
        return lost == 0
                ? ""
                : "code: " + lost + " of " + all + (all == 1 ? " file" : " files") + (lost == 1 ? " was" : " were")
                        + " not followed to the end";
    }

    /** How the rules ended. One that found nothing in what it could follow has not passed on what it could not. */
    static List<CheckResult> results(LintReport code) {
        String gap = gap(code);
        return code.rules().stream()
                .map(rule -> rule.status() == CheckStatus.PASSED && !gap.isEmpty()
                        ? new CheckResult(rule.id(), CheckStatus.SKIPPED, gap, 0, List.of(), rule.remarks())
                        : rule)
                .toList();
    }
}
