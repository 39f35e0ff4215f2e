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

/** Rows that occur more than once, beyond chance: a random split would put copies on both sides. */
@CheckInfo(
        id = "duplicate-rows",
        title = "Rows occur more than once",
        category = Category.DUPLICATES,
        severity = Severity.WARNING,
        requires = Need.NO_SPLIT)
public final class DuplicateRows implements Check<DuplicateRows.Candidates> {

    /** Fewer copies than this share of the rows hardly move a score (arXiv:2604.04199: 5% move a forest's AUC by 0.013). */
    private static final double WORTH_A_WARNING = 0.005;

    private static final double INVALIDATES = 0.1;

    /**
     * What is compared.
     *
     * @param columns columns of the key, the target among them
     * @param setAside columns left out of it
     * @param chance equal pairs in the sample against those by chance
     */
    public record Candidates(List<String> columns, List<String> setAside, ChanceRepeats chance) {}

    @Override
    public Candidates propose(StudyView view) {
        RowKey key = RowKey.of(view);
        List<String> columns = key.features().isEmpty() ? List.of() : key.withTarget(view);
        return new Candidates(columns, key.setAside(), ChanceRepeats.within(view.sample(), columns));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        return candidates.columns().isEmpty() ? Set.of() : Set.of(new Repetition(candidates.columns()));
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        if (candidates.columns().isEmpty()) {
            findings.remark("every column numbers the rows, so no two rows can agree");
            return;
        }
        RepetitionReport report = statistics.get(new Repetition(candidates.columns()));
        ChanceRepeats chance = candidates.chance();
        double surplus = (double) report.surplusRows() / Math.max(1, report.rows());
        double beyond = surplus * (1 - chance.share());
        if (report.surplusRows() == 0) {
            return;
        }
        if (!chance.isExceeded() || beyond < WORTH_A_WARNING) {
            findings.remark(String.format(
                    java.util.Locale.ENGLISH,
                    "%,d rows repeat another one (%.2f%%), of which chance explains about %.0f%%",
                    report.surplusRows(),
                    100 * surplus,
                    100 * chance.share()));
            return;
        }
        // Where a tenth of the rows is left after chance had its share, half of the repeats may be chance.
        boolean sure = chance.isRuledOut() || (chance.share() <= 0.5 && beyond >= INVALIDATES);
        findings.add(FindingDraft.about(List.of(), sure ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(sure && beyond >= INVALIDATES ? Severity.ERROR : Severity.WARNING)
                .says(
                        "%,d of %,d rows (%.1f%%) repeat another row in every column%s; chance would explain %.0f%% of them. "
                                + "A random split puts copies of one row on both sides.",
                        report.surplusRows(),
                        report.rows(),
                        100 * surplus,
                        candidates.setAside().isEmpty() ? "" : " but those that number the rows",
                        100 * chance.share())
                .measured("share of rows that repeat another one, beyond chance", beyond, WORTH_A_WARNING)
                .fact("rowsBeyondTheFirst", report.surplusRows())
                .fact("repeatedRows", report.repeatedRows())
                .fact("repeatedGroups", report.repeatedGroups())
                .fact("largestGroup", report.largest())
                .fact("shareExplainedByChance", chance.share())
                .fact("columnsCompared", candidates.columns().size())
                .fact("columnsSetAside", candidates.setAside())
                .rowGroups(report.examples())
                .fix(new Fix.Advice("keep one row of each before you split, or keep copies in one part")));
    }
}
