package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Verdict;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The verdict in words, with its scope.
 *
 * @param headline in capitals
 * @param scope for what it holds and what is open; goes on after the headline
 */
public record VerdictText(String headline, String scope) {

    public static VerdictText of(AuditReport report) {
        return switch (report.verdict()) {
            case NOT_VALID -> notValid(report);
            case VALID ->
                new VerdictText(
                        "VALID",
                        "as far as declared: every check ran, every column is known in time, no error is open."
                                + accepted(report));
            case UNDECIDED -> undecided(report);
        };
    }

    /** Headline and scope as one text. */
    public String sentence() {
        return headline + " " + scope;
    }

    private static VerdictText notValid(AuditReport report) {
        List<Integer> columns = numbers(
                report, finding -> finding.isDecisive() && !finding.columns().isEmpty());
        List<Integer> rows = numbers(
                report, finding -> finding.isDecisive() && finding.columns().isEmpty());
        StringBuilder scope = new StringBuilder();
        if (!columns.isEmpty()) {
            scope.append("for any model that uses the columns of ")
                    .append(findings(columns))
                    .append(". ");
        }
        if (!rows.isEmpty()) {
            scope.append(columns.isEmpty() ? "for any score" : "No score is to be believed")
                    .append(" before ")
                    .append(findings(rows))
                    .append(rows.size() == 1 ? " is mended. " : " are mended. ");
        }
        if (!report.questions().isEmpty()) {
            scope.append("The rest cannot be decided yet: see QUESTIONS.");
        } else if (!report.undeclared().isEmpty()) {
            scope.append("The rest cannot be decided before somebody says when the columns are known.");
        }
        return new VerdictText("NOT VALID", scope.toString().strip() + accepted(report));
    }

    private static VerdictText undecided(AuditReport report) {
        List<Integer> suspicions = numbers(
                report, finding -> finding.severity() != Severity.INFO && finding.confidence() != Confidence.LOW);
        String questions = Numbers.of(report.questions().size(), "question") + " open.";
        long failed = report.count(CheckStatus.FAILED);
        String failures = failed == 0 ? "" : " " + Numbers.of(failed, "check") + " failed.";
        if (!suspicions.isEmpty()) {
            return new VerdictText(
                    "NOT DECIDED:",
                    findings(suspicions) + (suspicions.size() == 1 ? " is" : " are") + " not settled; " + questions
                            + failures + accepted(report));
        }
        String open = report.questions().isEmpty() && !report.undeclared().isEmpty()
                ? "but nobody has said when " + Numbers.of(report.undeclared().size(), "column")
                        + (report.undeclared().size() == 1 ? " is known." : " are known.")
                : questions;
        return new VerdictText("NO LEAK FOUND,", open + failures + accepted(report));
    }

    private static String accepted(AuditReport report) {
        int accepted = report.accepted().size();
        return accepted == 0 ? "" : " " + Numbers.of(accepted, "finding") + " accepted by a person.";
    }

    private static List<Integer> numbers(AuditReport report, Predicate<Finding> which) {
        return IntStream.range(0, report.findings().size())
                .filter(index -> which.test(report.findings().get(index)))
                .map(index -> index + 1)
                .boxed()
                .toList();
    }

    private static String findings(List<Integer> numbers) {
        return (numbers.size() == 1 ? "finding " : "findings ") + Numbers.ranges(numbers);
    }

    /** A mark beside the colour, for those who cannot see colours. */
    public static String mark(Verdict verdict) {
        return switch (verdict) {
            case NOT_VALID -> "✗";
            case VALID -> "✓";
            case UNDECIDED -> "?";
        };
    }
}
