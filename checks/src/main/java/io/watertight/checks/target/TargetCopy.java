package io.watertight.checks.target;

import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.Exceptions;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.Luck;
import io.watertight.checks.support.PartitionRule;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A column that holds the target itself: the same values, or one word for each class. */
@CheckInfo(
        id = "target-copy",
        title = "A column is the target itself, perhaps in other words",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.TARGET, Need.FEATURES})
public final class TargetCopy implements Check<TargetCopy.Candidates> {

    /** Columns with a value for each class, and numbers that equal a numeric target. */
    public record Candidates(List<PartitionRule> respelled, List<String> equal) {}

    @Override
    public Candidates propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        LabelledSample few = all.screen();
        if (all.classes() == 0) {
            List<String> equal = all.numericFeatures().stream()
                    .filter(column -> isEqual(few, column) && isEqual(all, column))
                    .toList();
            return new Candidates(List.of(), equal);
        }
        List<PartitionRule> respelled = all.features(column -> column.isNumber() || column.isCategorical()).stream()
                .filter(column -> rule(few, column).isPresent())
                .flatMap(column -> rule(all, column).stream())
                .toList();
        return new Candidates(respelled, List.of());
    }

    private static Optional<PartitionRule> rule(LabelledSample sample, String column) {
        return sample.levels(column, sample.classes())
                .flatMap(levels -> PartitionRule.of(column, levels, sample.labels(), sample.classes()))
                .filter(PartitionRule::isOneToOne);
    }

    private static boolean isEqual(LabelledSample sample, String column) {
        double[] numbers = sample.numbers(column);
        long defined = 0;
        long different = 0;
        for (int row = 0; row < numbers.length; row++) {
            double value = sample.target()[row];
            if (!Double.isNaN(numbers[row])) {
                defined++;
                different += Math.abs(numbers[row] - value) <= 1e-9 * Math.abs(value) ? 0 : 1;
            }
        }
        return defined > 0 && Exceptions.mayBeTolerated(different, defined);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.respelled().forEach(rule -> needs.addAll(rule.needs()));
        candidates.equal().forEach(column -> needs.add(equal(view, column)));
        return needs;
    }

    private static CountWhere equal(StudyView view, String column) {
        return CountWhere.train(new Condition.Close(
                Operand.column(column), Operand.column(view.target().column()), 0, 1e-9));
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        double searched = Math.log10(view.study().features().size());
        for (PartitionRule rule : candidates.respelled()) {
            String format = "%s is %s in other words: one value for each class, %s.";
            judge(view, rule.prove(statistics, searched), format, findings);
        }
        for (String column : candidates.equal()) {
            Tally tally = statistics.get(equal(view, column));
            double luck = Luck.ofOrder(repeats(view, column), tally.unmatched(), searched);
            ExactRelation relation =
                    new ExactRelation(List.of(column), tally.defined(), tally.unmatched(), tally.defined(), luck);
            judge(view, relation, "%s equals %s: %s.", findings);
        }
    }

    /** How often each value of the target occurs where the column is filled in. */
    private static long[] repeats(StudyView view, String column) {
        LabelledSample sample = LabelledSample.of(view);
        double[] numbers = sample.numbers(column);
        return Luck.repeats(IntStream.range(0, numbers.length)
                .filter(row -> !Double.isNaN(numbers[row]))
                .mapToDouble(row -> sample.target()[row])
                .toArray());
    }

    private static void judge(StudyView view, ExactRelation relation, String format, Findings findings) {
        String column = relation.columns().get(0);
        String target = view.target().column();
        relation.confidence()
                .ifPresent(confidence -> findings.add(relation.draft(
                        confidence.isSure(),
                        "Is " + column + " another spelling of " + target + "?",
                        format,
                        column,
                        target,
                        relation.count())));
    }
}
