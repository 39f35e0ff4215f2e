package io.watertight.app;

import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One finding with all that speaks for it, enough to disagree. Holds no cell values. */
final class FindingText {

    private FindingText() {}

    static String of(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.title() + ": " + subject(finding));
        lines.add(Words.of(finding.severity()) + ", confidence " + Words.of(finding.confidence()) + ", category "
                + finding.category().code() + ", check " + finding.check() + ", fingerprint " + finding.fingerprint());
        lines.add("");
        lines.add(finding.message());
        evidence(finding.evidence(), lines);
        finding.fix().ifPresent(fix -> lines.add("  Fix: " + fix(fix)));
        finding.question().ifPresent(question -> {
            lines.add("  Question: " + question.text());
            question.answers().forEach(flag -> lines.add("    " + flag));
        });
        if (!finding.supporting().isEmpty()) {
            lines.add("");
            lines.add("Other checks that say the same:");
            finding.supporting()
                    .forEach(other -> lines.add("  " + other.check() + " (" + Words.of(other.confidence()) + ", "
                            + other.fingerprint() + "): " + other.message()));
        }
        return String.join("\n", lines);
    }

    private static String subject(Finding finding) {
        return finding.columns().isEmpty() ? "the rows as such" : String.join(", ", finding.columns());
    }

    private static void evidence(Evidence evidence, List<String> lines) {
        if (!evidence.measure().isEmpty()) {
            String judged = Double.isNaN(evidence.threshold()) ? "" : ", judged by " + number(evidence.threshold());
            lines.add("  " + evidence.measure() + ": " + number(evidence.value()) + judged);
        }
        evidence.facts().forEach((name, value) -> lines.add("  " + name + ": " + fact(value)));
        if (!evidence.rows().isEmpty()) {
            lines.add("  Rows, for example: " + numbers(evidence.rows()));
        }
        evidence.rowGroups().forEach(group -> lines.add("  Rows that belong together: " + numbers(group)));
        if (evidence.coverage() < 1) {
            lines.add("  Rests on " + number(100 * evidence.coverage()) + " % of the rows.");
        }
    }

    private static String fact(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String numbers(List<Long> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String fix(Fix fix) {
        if (fix instanceof Fix.ConfigEdit edit) {
            return edit.summary() + " (" + edit.path() + ": " + String.join(", ", edit.values()) + ")";
        }
        return fix.summary();
    }
}
