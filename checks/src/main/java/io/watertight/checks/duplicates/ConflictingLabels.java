package io.watertight.checks.duplicates;

import io.watertight.checks.support.ChanceRepeats;
import io.watertight.checks.support.RowKey;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Set;

/** Rows with the same features and different classes: no model can get all of them right. */
@CheckInfo(
        id = "conflicting-labels",
        title = "Equal features have different labels",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = {Need.CLASSES, Need.FEATURES})
public final class ConflictingLabels implements Check<ConflictingLabels.Candidates> {

    private static final double WORTH_A_WARNING = 0.05;

    /**
     * What is compared.
     *
     * @param columns the features
     * @param chance equal pairs in the sample against those by chance
     */
    public record Candidates(List<String> columns, ChanceRepeats chance) {}

    @Override
    public Candidates propose(StudyView view) {
        List<String> columns = RowKey.of(view).features();
        return new Candidates(columns, ChanceRepeats.within(view.sample(), columns));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        List<String> columns = candidates.columns();
        return columns.isEmpty() ? Set.of() : Set.of(new Repetition(columns));
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        List<String> columns = candidates.columns();
        if (columns.isEmpty()) {
            findings.remark("every column numbers the rows, so no two rows can agree");
            return;
        }
        RepetitionReport report = statistics.get(new Repetition(columns));
        if (report.conflictingGroups() == 0) {
            return;
        }
        double share = (double) report.conflictingRows() / Math.max(1, report.rows());
        // Where few combinations exist, different cases agree by chance: that is no word about their labels.
        boolean twins = candidates.chance().isExceeded();
        findings.add(FindingDraft.about(List.of(), Confidence.HIGH)
                .severity(twins && share >= WORTH_A_WARNING ? Severity.WARNING : Severity.INFO)
                .says(
                        "%,d of %,d rows (%.1f%%) agree in all features with a row of another class, in %,d groups: labels are noisy, "
                                + "or what tells these cases apart is not in the table.",
                        report.conflictingRows(), report.rows(), 100 * share, report.conflictingGroups())
                .measured("share of rows with a conflicting twin", share, WORTH_A_WARNING)
                .fact("conflictingGroups", report.conflictingGroups())
                .fact("shareOfEqualRowsExplainedByChance", candidates.chance().share())
                .fix(new Fix.Advice("review the labels of these rows; do not drop them from the test set alone")));
    }
}
