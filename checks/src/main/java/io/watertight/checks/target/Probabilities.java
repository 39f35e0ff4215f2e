package io.watertight.checks.target;

import io.watertight.checks.support.Exceptions;
import io.watertight.core.numeric.Ranks;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The marks of a column of probabilities. */
final class Probabilities {

    private static final int FEWEST_VALUES = 30;
    private static final int BINS = 20;
    private static final int FEWEST_IN_BIN = 20;

    /** Standard errors within which a bin's mean is the value itself. */
    private static final double ERRORS = 3.5;

    /** Distance of the lowest from the highest bin: rates that hardly vary are calibrated by accident. */
    private static final double WIDE = 0.4;

    private Probabilities() {}

    /** Whether numbers are shares between 0 and 1, and no handful of levels. */
    static boolean areShares(double[] numbers) {
        return Arrays.stream(numbers).allMatch(value -> Double.isNaN(value) || (value >= 0 && value <= 1))
                && Arrays.stream(numbers)
                                .filter(value -> !Double.isNaN(value))
                                .distinct()
                                .limit(FEWEST_VALUES)
                                .count()
                        == FEWEST_VALUES;
    }

    /** Whether most values are near an end, at both ends, as those of an over-confident classifier. */
    static boolean areTwoEnded(double[] numbers) {
        long present = 0;
        long low = 0;
        long high = 0;
        for (double value : numbers) {
            present += Double.isNaN(value) ? 0 : 1;
            low += value <= 0.1 ? 1 : 0;
            high += value >= 0.9 ? 1 : 0;
        }
        return low + high >= 0.8 * present && Math.min(low, high) >= 0.02 * present;
    }

    static boolean addUpToOne(double[] left, double[] right) {
        long present = 0;
        long wrong = 0;
        for (int row = 0; row < left.length; row++) {
            if (!Double.isNaN(left[row]) && !Double.isNaN(right[row])) {
                present++;
                wrong += Math.abs(left[row] + right[row] - 1) > 2e-3 ? 1 : 0;
            }
        }
        return present >= FEWEST_VALUES && Exceptions.mayBeTolerated(wrong, present);
    }

    /** Whether, in bins of equal count, the share of positives is the value itself within sampling error, over a wide range. */
    static boolean areCalibrated(double[] numbers, double[] target) {
        int[] order = Ranks.order(numbers);
        if (order.length < BINS * FEWEST_IN_BIN) {
            return false;
        }
        double lowest = 1;
        double highest = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int from = bin * order.length / BINS;
            int to = (bin + 1) * order.length / BINS;
            double value = IntStream.range(from, to)
                    .mapToDouble(index -> numbers[order[index]])
                    .average()
                    .orElse(0);
            double share = IntStream.range(from, to)
                    .mapToDouble(index -> target[order[index]])
                    .average()
                    .orElse(0);
            double error = Math.sqrt((value * (1 - value) + 1.0 / (to - from)) / (to - from));
            if (Math.abs(share - value) > ERRORS * error) {
                return false;
            }
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest >= WIDE;
    }
}
