package io.watertight.core.audit;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.study.KnownAt;
import java.util.List;

/** Decides the verdict. */
final class Verdicts {

    private Verdicts() {}

    static Verdict of(StudyView view, List<Finding> open, List<CheckResult> results) {
        if (open.stream().anyMatch(Finding::isDecisive)) {
            return Verdict.NOT_VALID;
        }
        boolean complete = results.stream()
                .noneMatch(result -> result.status() == CheckStatus.FAILED || result.status() == CheckStatus.SKIPPED);
        boolean declared = view.study().features().stream()
                .noneMatch(column -> column.knownAt().kind() == KnownAt.Kind.UNKNOWN);
        boolean settled = open.stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR && finding.confidence() != Confidence.LOW);
        boolean decided =
                view.study().purpose().isPresent() && view.study().guesses().isEmpty();
        return complete && declared && settled && decided ? Verdict.VALID : Verdict.UNDECIDED;
    }
}
