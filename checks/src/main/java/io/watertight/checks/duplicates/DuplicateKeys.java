package io.watertight.checks.duplicates;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys that name several rows which are otherwise nearly the same: cases that are listed twice. */
@CheckInfo(
        id = "duplicate-keys",
        title = "A key repeats on rows that are nearly the same",
        category = Category.DUPLICATES,
        severity = Severity.WARNING)
public final class DuplicateKeys implements Check<List<KeyCandidate>> {

    private static final double WORTH_A_WARNING = 0.005;

    private static final double NEARLY_EQUAL = 0.9;

    @Override
    public List<KeyCandidate> propose(StudyView view) {
        return KeyCandidate.find(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<KeyCandidate> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(candidate -> needs.add(question(candidate)));
        return needs;
    }

    private static Repetition question(KeyCandidate candidate) {
        return new Repetition(List.of(candidate.column()));
    }

    @Override
    public void evaluate(StudyView view, List<KeyCandidate> candidates, Statistics statistics, Findings findings) {
        long testRows = view.profile().rows(Part.TEST);
        Map<Boolean, List<KeyCandidate>> bySureness = new LinkedHashMap<>();
        for (KeyCandidate candidate : candidates) {
            RepetitionReport report = statistics.get(question(candidate));
            if (share(report, testRows) >= WORTH_A_WARNING) {
                boolean sure = candidate.sameness() >= NEARLY_EQUAL;
                bySureness.computeIfAbsent(sure, key -> new ArrayList<>()).add(candidate);
            }
        }
        bySureness.forEach((sure, keys) -> findings.add(draft(sure, keys, statistics, testRows)));
    }

    /** Without a split rows beyond the first of their key; with one, test rows whose key occurs in training. */
    private static double share(RepetitionReport report, long testRows) {
        return testRows > 0
                ? (double) report.sharedTestRows() / testRows
                : (double) report.surplusRows() / Math.max(1, report.rows());
    }

    private static FindingDraft draft(boolean sure, List<KeyCandidate> keys, Statistics statistics, long testRows) {
        RepetitionReport report = statistics.get(question(keys.get(0)));
        return FindingDraft.about(
                        keys.stream().map(KeyCandidate::column).toList(), sure ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        "%,d rows repeat the %s of another row%s, and such rows agree in %.0f%% of the columns that tell rows apart: "
                                + "cases are listed several times.",
                        report.surplusRows(),
                        keys.get(0).column(),
                        testRows > 0
                                ? String.format(
                                        java.util.Locale.ENGLISH,
                                        ", %,d test rows that of a training row",
                                        report.sharedTestRows())
                                : "",
                        100 * keys.get(0).sameness())
                .measured(
                        testRows > 0
                                ? "share of test rows whose key occurs in training"
                                : "share of rows that repeat a key",
                        share(report, testRows),
                        WORTH_A_WARNING)
                .fact("rowsBeyondTheFirst", report.surplusRows())
                .fact("repeatedGroups", report.repeatedGroups())
                .fact("largestGroup", report.largest())
                .fact("sharedTestRows", report.sharedTestRows())
                .fact("sameness", keys.get(0).sameness())
                .rowGroups(report.examples())
                .fix(new Fix.Advice("keep one row of each " + keys.get(0).column() + ", or declare it with --group"));
    }
}
