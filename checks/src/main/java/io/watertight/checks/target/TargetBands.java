package io.watertight.checks.target;

import io.watertight.checks.support.BandRule;
import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.LabelledSample;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column whose few values are bands of a numeric target. */
@CheckInfo(
        id = "target-bands",
        title = "The values of a column are bands of the target",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.REGRESSION, Need.FEATURES})
public final class TargetBands implements Check<List<BandRule>> {

    /** A scale has few bands; what has many values is a number, and the check target-transform looks at it. */
    private static final int MOST_BANDS = 20;

    /** Rows a band must have on average. */
    private static final int ROWS_PER_BAND = 10;

    @Override
    public List<BandRule> propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        LabelledSample few = all.screen();
        return all.features(column -> column.isNumber() || column.isCategorical()).stream()
                .filter(column -> rule(few, column).isPresent())
                .flatMap(column -> rule(all, column).stream())
                .toList();
    }

    private static Optional<BandRule> rule(LabelledSample sample, String column) {
        return sample.levels(column, Math.min(MOST_BANDS, sample.size() / ROWS_PER_BAND))
                .filter(levels -> levels.count() > 1)
                .flatMap(levels -> BandRule.of(column, levels, sample.target()));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<BandRule> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(rule -> needs.add(rule.need(view.target().column())));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<BandRule> candidates, Statistics statistics, Findings findings) {
        String target = view.target().column();
        double searched = Math.log10(view.study().features().size());
        for (BandRule rule : candidates) {
            ExactRelation relation = rule.prove(statistics, target, searched);
            if (relation.confidence().isPresent()) {
                findings.add(relation.draft(
                                relation.isSure(),
                                "Is " + rule.column() + " known before " + target + " is, or made of it?",
                                "Each of the %d values of %s stands for one band of %s, cut through the midst of the rows: %s.",
                                rule.texts().size(),
                                rule.column(),
                                target,
                                relation.count())
                        .fact("bands", rule.texts().size()));
            }
        }
    }
}
