package io.watertight.app;

import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Place;
import io.watertight.core.report.CodeProof;
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
        code(finding, lines);
        if (!CodeProof.others(finding).isEmpty()) {
            lines.add("");
            lines.add("Other checks that say the same:");
            CodeProof.others(finding)
                    .forEach(other -> lines.add("  " + other.check() + " (" + Words.of(other.confidence()) + ", "
                            + other.fingerprint() + "): " + other.message()));
        }
        return String.join("\n", lines);
    }

    private static String subject(Finding finding) {
        String place = CodeProof.where(finding, finding);
        if (finding.columns().isEmpty()) {
            return place.isEmpty() ? "the rows as such" : place;
        }
        return String.join(", ", finding.columns());
    }

    /** The lines that do it, each with the steps from the source to the model. */
    private static void code(Finding finding, List<String> lines) {
        for (Finding code : CodeProof.within(finding)) {
            lines.add("");
            lines.add(CodeProof.where(code, finding) + " (" + code.check() + ", " + code.fingerprint() + "): "
                    + code.subject().place().map(Place::text).orElse(""));
            code.evidence()
                    .flow()
                    .forEach(step ->
                            lines.add("  " + step.place().words() + "  " + step.role() + ": " + step.message()));
        }
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
