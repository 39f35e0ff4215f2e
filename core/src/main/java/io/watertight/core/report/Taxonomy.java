package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the run says of each failure mode of Kapoor and Narayanan (Patterns 2023, arXiv:2207.07048). */
public final class Taxonomy {

    /**
     * One failure mode.
     *
     * @param category the mode
     * @param findings numbers of the open findings that are surer than a hint
     * @param proven whether one of them is decisive
     * @param passed checks that passed
     * @param found checks that found something, be it a hint
     * @param skipped checks that did not run
     * @param failed checks that broke
     */
    public record Row(
            Category category,
            List<Integer> findings,
            boolean proven,
            List<String> passed,
            List<String> found,
            List<String> skipped,
            List<String> failed) {

        /** In words: what was found comes first, and silence is never a pass. */
        public String result() {
            if (!findings.isEmpty()) {
                String which = (findings.size() == 1 ? "finding " : "findings ") + Numbers.ranges(findings);
                return (proven ? "Found: " : "Suspected: ") + which;
            }
            if (passed.isEmpty() && found.isEmpty()) {
                return "Not checked";
            }
            if (!found.isEmpty()) {
                return "Hints or accepted findings only";
            }
            return skipped.isEmpty() && failed.isEmpty() ? "Nothing found" : "Nothing found by what ran";
        }
    }

    private Taxonomy() {}

    /** All failure modes in the order of the taxonomy, the integrity of the data last. */
    public static List<Row> rows(AuditReport report, Catalogue catalogue) {
        Map<String, Category> category = new java.util.HashMap<>();
        for (Check<?> check : catalogue.checks()) {
            category.put(check.info().id(), check.info().category());
        }
        Map<Category, Map<CheckStatus, List<String>>> ended = new EnumMap<>(Category.class);
        for (CheckResult check : report.checks()) {
            ended.computeIfAbsent(
                            category.getOrDefault(check.id(), Category.NONE),
                            unused -> new EnumMap<>(CheckStatus.class))
                    .computeIfAbsent(check.status(), unused -> new ArrayList<>())
                    .add(check.id());
        }
        List<Row> rows = new ArrayList<>();
        for (Category one : Category.values()) {
            Map<CheckStatus, List<String>> by = ended.getOrDefault(one, Map.of());
            List<Integer> numbers = numbers(report, one);
            boolean proven = numbers.stream()
                    .anyMatch(number -> report.findings().get(number - 1).isDecisive());
            rows.add(new Row(
                    one,
                    numbers,
                    proven,
                    by.getOrDefault(CheckStatus.PASSED, List.of()),
                    by.getOrDefault(CheckStatus.FOUND, List.of()),
                    by.getOrDefault(CheckStatus.SKIPPED, List.of()),
                    by.getOrDefault(CheckStatus.FAILED, List.of())));
        }
        return rows;
    }

    private static List<Integer> numbers(AuditReport report, Category category) {
        List<Integer> numbers = new ArrayList<>();
        for (int index = 0; index < report.findings().size(); index++) {
            Finding finding = report.findings().get(index);
            boolean counts = finding.severity() != Severity.INFO && finding.confidence() != Confidence.LOW;
            if (counts && finding.category() == category) {
                numbers.add(index + 1);
            }
        }
        return numbers;
    }
}
