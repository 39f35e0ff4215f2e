package io.watertight.checks.target;

import io.watertight.checks.support.Decimals;
import io.watertight.checks.support.LabelledSample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * A form of a column's values and how it goes with a class, among values of like size: the weighted risk difference over strata, with
 * the test of Cochran, Mantel and Haenszel (JNCI 22, 1959). Large amounts are rounded honestly, and may go with the target; that is
 * a matter of size.
 *
 * @param column the column
 * @param words the form, in words
 * @param label the class
 * @param ofClass share of this form in the class
 * @param ofOthers and in the others
 * @param difference over strata
 * @param z standard errors above nothing
 */
record WrittenForm(
        String column, String words, int label, double ofClass, double ofOthers, double difference, double z) {

    private static final int STRATA = 20;

    private static final int FEWEST_ROWS = 200;

    /** A form that nearly all or hardly any values have tells nothing. */
    private static final double RARE = 0.01;

    private static final int MINUTE = 60;
    private static final int DAY = 86_400;

    /** The form of a column that differs most, if there is any. */
    static Optional<WrittenForm> strongest(LabelledSample sample, String column, boolean time) {
        double[] numbers = sample.numbers(column);
        int[] order = inOrder(numbers);
        if (order.length < FEWEST_ROWS) {
            return Optional.empty();
        }
        if (time) {
            return better(
                    of(sample, column, numbers, order, "at full minutes", value -> value % MINUTE == 0),
                    of(sample, column, numbers, order, "without a time of day", value -> value % DAY == 0));
        }
        int[] decimals = Arrays.stream(numbers)
                .mapToInt(value -> Double.isNaN(value) ? 0 : Decimals.of(value))
                .toArray();
        int most = Arrays.stream(order).map(row -> decimals[row]).max().orElse(0);
        Map<Double, Integer> known = new HashMap<>();
        for (int row : order) {
            known.put(numbers[row], decimals[row]);
        }
        Optional<WrittenForm> best = Optional.empty();
        for (int digits = 0; digits < Math.min(most, 6); digits++) {
            int written = digits;
            String words = digits == 0 ? "whole numbers" : "written with at most " + digits + " decimals";
            best = better(
                    best,
                    of(sample, column, numbers, order, words, value -> known.getOrDefault(value, most) <= written));
        }
        return best;
    }

    private static Optional<WrittenForm> better(Optional<WrittenForm> one, Optional<WrittenForm> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return Math.abs(other.get().difference()) > Math.abs(one.get().difference()) ? other : one;
    }

    /** Rows by value, without missing ones and without the most frequent value, which is a level and no form. */
    private static int[] inOrder(double[] numbers) {
        Map<Double, Integer> counts = new HashMap<>();
        for (double number : numbers) {
            counts.merge(number, 1, Integer::sum);
        }
        double mode = counts.entrySet().stream()
                .filter(entry -> !Double.isNaN(entry.getKey()))
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(Double.NaN);
        return IntStream.range(0, numbers.length)
                .filter(row -> !Double.isNaN(numbers[row]) && numbers[row] != mode)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> numbers[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Optional<WrittenForm> of(
            LabelledSample sample, String column, double[] numbers, int[] order, String words, DoublePredicate form) {
        boolean[] has = new boolean[numbers.length];
        int all = 0;
        for (int row : order) {
            has[row] = form.test(numbers[row]);
            all += has[row] ? 1 : 0;
        }
        if (all < RARE * order.length || all > (1 - RARE) * order.length) {
            return Optional.empty();
        }
        return IntStream.range(0, sample.classes())
                .mapToObj(label -> against(sample.labels(), label, column, order, words, has))
                .max(Comparator.comparingDouble(one -> Math.abs(one.difference())));
    }

    private static WrittenForm against(
            int[] labels, int label, String column, int[] order, String words, boolean[] has) {
        double[] sums = new double[4];
        double excess = 0;
        double variance = 0;
        double difference = 0;
        double weights = 0;
        for (int stratum = 0; stratum < STRATA; stratum++) {
            double[] cell = new double[4];
            int end = (int) ((long) order.length * (stratum + 1) / STRATA);
            for (int index = (int) ((long) order.length * stratum / STRATA); index < end; index++) {
                int row = order[index];
                cell[(labels[row] == label ? 2 : 0) + (has[row] ? 1 : 0)]++;
            }
            double inside = cell[2] + cell[3];
            double outside = cell[0] + cell[1];
            double formed = cell[1] + cell[3];
            double rows = inside + outside;
            if (inside > 0 && outside > 0) {
                double weight = inside * outside / rows;
                difference += weight * (cell[3] / inside - cell[1] / outside);
                weights += weight;
                excess += cell[3] - inside * formed / rows;
                variance += inside * outside * formed * (rows - formed) / (rows * rows * Math.max(1, rows - 1));
            }
            for (int index = 0; index < 4; index++) {
                sums[index] += cell[index];
            }
        }
        return new WrittenForm(
                column,
                words,
                label,
                sums[3] / Math.max(1, sums[2] + sums[3]),
                sums[1] / Math.max(1, sums[0] + sums[1]),
                weights > 0 ? difference / weights : 0,
                variance > 0 ? Math.abs(excess) / Math.sqrt(variance) : 0);
    }
}
