package io.watertight.checks.support;

import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A number along which a numeric target never falls (or never rises): its logarithm, its square, a rounded copy of it.
 *
 * @param column the number
 * @param rising whether the target never falls
 * @param steps points of the curve: number and target, ascending in the number; the proof asks on all rows whether both are on the
 *     same side of each
 * @param arrangements log10 of the ways to deal the sample's targets to its distinct numbers
 */
public record MonotoneRule(String column, boolean rising, List<double[]> steps, double arrangements) {

    private static final int STEPS = 9;

    private static final int FEWEST_ROWS = 30;

    public MonotoneRule {
        steps = List.copyOf(steps);
    }

    /** The rule, if it holds on a sample. */
    public static Optional<MonotoneRule> of(LabelledSample sample, String column) {
        double[] numbers = sample.numbers(column);
        boolean rising = Ranks.spearman(numbers, sample.target()) > 0;
        double sign = rising ? 1 : -1;
        int[] order = IntStream.range(0, numbers.length)
                .filter(row -> !Double.isNaN(numbers[row]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> numbers[row])
                        .thenComparingDouble(row -> sign * sample.target()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] targets = Arrays.stream(order)
                .mapToDouble(row -> sign * sample.target()[row])
                .toArray();
        if (order.length < FEWEST_ROWS
                || !Exceptions.mayBeTolerated(order.length - longestRise(targets), order.length)) {
            return Optional.empty();
        }
        List<double[]> steps = IntStream.rangeClosed(1, STEPS)
                .map(step -> lastOfValue(numbers, order, order.length * step / (STEPS + 1)))
                .filter(last -> last + 1 < order.length)
                .distinct()
                .mapToObj(last -> new double[] {numbers[order[last]], level(targets, last) * sign})
                .toList();
        double[] present = Arrays.stream(order).mapToDouble(row -> numbers[row]).toArray();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new MonotoneRule(column, rising, steps, Luck.arrangements(Luck.repeats(present))));
    }

    private static int lastOfValue(double[] numbers, int[] order, int from) {
        int last = from;
        while (last + 1 < order.length && numbers[order[last + 1]] == numbers[order[from]]) {
            last++;
        }
        return last;
    }

    /** The target at a row, or that of the row before if this one fell. */
    private static double level(double[] targets, int last) {
        return last == 0 ? targets[0] : Math.max(targets[last], targets[last - 1]);
    }

    /** Length of the longest subsequence that never falls (patience sorting, n log n). */
    static int longestRise(double[] values) {
        double[] ends = new double[values.length];
        int length = 0;
        for (double value : values) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ends[middle] <= value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            ends[low] = value;
            length = Math.max(length, low + 1);
        }
        return length;
    }

    /** What proves it on all training rows. */
    public CountWhere need(String target) {
        return CountWhere.train(steps.stream()
                .map(step -> sameSide(target, step))
                .reduce(Condition::and)
                .orElseThrow());
    }

    private Condition sameSide(String target, double[] step) {
        Condition low = Condition.compare(Operand.column(column), Relation.AT_MOST, Operand.number(step[0]));
        Relation below = rising ? Relation.AT_MOST : Relation.AT_LEAST;
        Condition side = Condition.compare(Operand.column(target), below, Operand.number(step[1]));
        Condition edge = Condition.compare(Operand.column(target), Relation.EQUAL, Operand.number(step[1]));
        return low.and(side).or(low.negate().and(side.negate().or(edge)));
    }

    /**
     * The proof.
     *
     * @param searched log10 of the number of columns that were looked at
     */
    public ExactRelation prove(Statistics statistics, String target, double searched) {
        Tally tally = statistics.get(need(target));
        double noise = Luck.choices(tally.defined(), Math.min(tally.unmatched(), tally.defined() / 2));
        double luck = Math.min(0, searched + noise - arrangements);
        return new ExactRelation(List.of(column), tally.defined(), tally.unmatched(), tally.defined(), luck);
    }
}
