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
import io.watertight.core.study.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Test rows that the model has seen in training, beyond what chance would repeat. */
@CheckInfo(
        id = "duplicate-rows-across-split",
        title = "Test rows also occur in training",
        category = Category.DUPLICATES,
        severity = Severity.WARNING,
        requires = Need.SPLIT)
public final class DuplicateRowsAcrossSplit implements Check<DuplicateRowsAcrossSplit.Candidates> {

    private static final double WORTH_A_WARNING = 0.003;

    /** 1% of the test rows moves a flexible model's score by more than its usual rounding. */
    private static final double INVALIDATES = 0.01;

    /**
     * What is compared.
     *
     * @param features columns that describe a case
     * @param all these and the target
     * @param setAside columns left out
     * @param chance equal pairs across the split in the sample against those by chance
     */
    public record Candidates(List<String> features, List<String> all, List<String> setAside, ChanceRepeats chance) {}

    @Override
    public Candidates propose(StudyView view) {
        RowKey key = RowKey.of(view);
        List<String> all = key.features().isEmpty() ? List.of() : key.withTarget(view);
        return new Candidates(key.features(), all, key.setAside(), ChanceRepeats.across(view.sample(), all));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        if (!candidates.features().isEmpty()) {
            needs.add(new Repetition(candidates.all()));
            needs.add(new Repetition(candidates.features()));
        }
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        if (candidates.features().isEmpty()) {
            findings.remark("every column numbers the rows, so no two rows can agree");
            return;
        }
        RepetitionReport report = statistics.get(new Repetition(candidates.all()));
        RepetitionReport withoutTarget = statistics.get(new Repetition(candidates.features()));
        long testRows = view.profile().rows(Part.TEST);
        ChanceRepeats chance = candidates.chance();
        double share = (double) report.sharedTestRows() / testRows;
        double beyond = share * (1 - chance.share());
        if (report.sharedTestRows() == 0 || !chance.isExceeded() || beyond < WORTH_A_WARNING) {
            if (withoutTarget.sharedTestRows() > 0) {
                findings.remark(String.format(
                        Locale.ENGLISH,
                        "%,d of %,d test rows agree with a training row in all features, %,d in the target too; "
                                + "chance explains about %.0f%% of these",
                        withoutTarget.sharedTestRows(),
                        testRows,
                        report.sharedTestRows(),
                        100 * chance.share()));
            }
            return;
        }
        findings.add(FindingDraft.about(List.of(), chance.isRuledOut() ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(chance.isRuledOut() && beyond >= INVALIDATES ? Severity.ERROR : Severity.WARNING)
                .says(
                        "%,d of %,d test rows (%.1f%%) also occur in training, features and target alike; chance would explain "
                                + "%.0f%% of them. The model is rewarded for remembering them.",
                        report.sharedTestRows(), testRows, 100 * share, 100 * chance.share())
                .measured("share of test rows that occur in training, beyond chance", beyond, WORTH_A_WARNING)
                .fact("sharedTestRows", report.sharedTestRows())
                .fact("sharedTrainRows", report.sharedTrainRows())
                .fact("sharedTestRowsByFeaturesAlone", withoutTarget.sharedTestRows())
                .fact("testRows", testRows)
                .fact("shareExplainedByChance", chance.share())
                .fact("columnsSetAside", candidates.setAside())
                .rowGroups(report.examples())
                .fix(new Fix.Advice("drop these test rows, or the training rows they repeat, and score again")));
    }
}
