package io.watertight.checks.support;

import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A number made of columns that equals a numeric target.
 *
 * @param columns the columns it is made of
 * @param number the number
 * @param words the number in words, for a message
 * @param tolerance how far it may be from the target: rounding
 * @param arrangements log10 of the ways to deal the sample's targets to its rows, of which the relation is one
 */
public record EqualRule(List<String> columns, Operand number, String words, double tolerance, double arrangements) {

    /** What is left of exact arithmetic after storage in doubles, as a share of the target's deviation. */
    private static final double EXACT = 1e-6;

    /** Rounding may hide this much of the target's deviation; more is no longer a relation without exception. */
    private static final double ROUNDED = 0.005;

    /** With fewer rows, three weights fit nearly anything. */
    private static final int FEWEST_ROWS = 30;

    public EqualRule {
        columns = List.copyOf(columns);
    }

    /**
     * The rule, if it holds on a sample: exactly, or within the rounding of the target.
     *
     * @param rounding sum of the weights' absolute values: how many rounded numbers add up
     */
    public static Optional<EqualRule> of(
            LabelledSample sample, List<String> columns, Operand number, String words, double rounding) {
        double[] values = OperandValues.of(sample, number);
        double[] target = sample.target();
        double deviation = deviation(target);
        double loose = 0.51 * unit(target) * (1 + rounding);
        for (double tolerance : new double[] {EXACT * deviation, loose <= ROUNDED * deviation ? loose : 0}) {
            long defined = 0;
            long wrong = 0;
            for (int row = 0; row < values.length; row++) {
                if (!Double.isNaN(values[row])) {
                    defined++;
                    wrong += Math.abs(values[row] - target[row]) <= tolerance ? 0 : 1;
                }
            }
            if (tolerance > 0 && defined >= FEWEST_ROWS && Exceptions.mayBeTolerated(wrong, defined)) {
                return Optional.of(new EqualRule(columns, number, words, tolerance, arrangements(values, target)));
            }
        }
        return Optional.empty();
    }

    private static double arrangements(double[] values, double[] target) {
        double[] present = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .mapToDouble(row -> target[row])
                .toArray();
        return Luck.arrangements(Luck.repeats(present));
    }

    public static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** The largest power of ten, from 1 to a millionth, of which all numbers are multiples; 0 if none is. */
    static double unit(double[] values) {
        for (int digits = 0; digits <= 6; digits++) {
            double power = Math.pow(10, digits);
            if (Arrays.stream(values).allMatch(value -> Math.abs(value * power - Math.rint(value * power)) < 1e-6)) {
                return 1 / power;
            }
        }
        return 0;
    }

    /** What proves it on all training rows. */
    public CountWhere need(String target) {
        return CountWhere.train(new Condition.Close(number, Operand.column(target), tolerance, 1e-9));
    }

    /**
     * The proof.
     *
     * @param searched log10 of the number of combinations that were looked at
     */
    public ExactRelation prove(Statistics statistics, String target, double searched) {
        Tally tally = statistics.get(need(target));
        double noise = Luck.choices(tally.defined(), Math.min(tally.unmatched(), tally.defined() / 2));
        double luck = Math.min(0, searched + noise - arrangements);
        return new ExactRelation(columns, tally.defined(), tally.unmatched(), tally.defined(), luck);
    }
}
