package io.watertight.checks.target;

import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.PartitionRule;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.FindingDraft;
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

/** A column whose every level lies in one class (a finer label), or that every class settles (a coarser one). */
@CheckInfo(
        id = "target-reencoding",
        title = "A column is a finer or coarser label of the target",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.CLASSES, Need.FEATURES})
public final class TargetReencoding implements Check<List<PartitionRule>> {

    /** A label has few values; what has many is an identity, and settles anything. */
    private static final int MOST_LEVELS = 20;

    /** Rows a level must have on average. */
    private static final int ROWS_PER_LEVEL = 5;

    /** As many coarse labels as this describe the classes rather than repeat them: feathers, fins and milk of animals. */
    private static final int DESCRIPTIONS = 3;

    @Override
    public List<PartitionRule> propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        LabelledSample few = all.screen();
        return all.features(column -> column.isNumber() || column.isCategorical()).stream()
                .filter(column -> rule(few, column).isPresent())
                .flatMap(column -> rule(all, column).stream())
                .filter(rule -> !rule.isOneToOne()) // the check target-copy says so
                .toList();
    }

    private static Optional<PartitionRule> rule(LabelledSample sample, String column) {
        int most = Math.min(Math.max(MOST_LEVELS, 4 * sample.classes()), sample.size() / ROWS_PER_LEVEL);
        return sample.levels(column, most)
                .flatMap(levels -> PartitionRule.of(column, levels, sample.labels(), sample.classes()));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<PartitionRule> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(rule -> needs.addAll(rule.needs()));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<PartitionRule> candidates, Statistics statistics, Findings findings) {
        double searched = Math.log10(view.study().features().size());
        long coarse = candidates.stream().filter(PartitionRule::isCoarser).count();
        for (PartitionRule rule : candidates) {
            ExactRelation relation = rule.prove(statistics, searched);
            if (relation.confidence().isPresent()) {
                boolean sure = relation.isSure() && (rule.isFiner() || coarse < DESCRIPTIONS);
                findings.add(draft(view, rule, relation, sure));
            }
        }
    }

    private static FindingDraft draft(StudyView view, PartitionRule rule, ExactRelation relation, boolean sure) {
        String target = view.target().column();
        return relation.draft(
                        sure,
                        "Is " + rule.column() + " known before " + target + " is, or another label of it?",
                        rule.isFiner()
                                ? "Each of the %d values of %s lies in one class of %s: %s."
                                : "%2$s with its %1$d values groups the classes of %3$s: %4$s.",
                        rule.levels(),
                        rule.column(),
                        target,
                        relation.count())
                .fact("levels", rule.levels());
    }
}
