package io.watertight.checks.support;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Tells a cut that somebody defined from a gap between two honest clusters. A definition cuts through a crowd: the two values
 * nearest to it are as near to each other as neighbours usually are there, and rows are as frequent there as in the classes
 * themselves. Clusters that happen to be apart have thin tails and a gap between them.
 */
public final class DenseCut {

    /** Neighbours in a crowd are this many usual distances apart once in three thousand cuts (exponential distances). */
    private static final double USUAL_DISTANCES = 8;

    /** In a valley rows are rarer than this share of the rarer class's usual frequency. */
    private static final double VALLEY = 0.25;

    /** The rows on each side that tell how crowded it is: a twentieth of the side, within these bounds. */
    private static final int FEWEST = 10;

    private static final int MOST = 500;

    private static final int FEWEST_VALUES = 3;

    /** A class sits at one value if this share of it does. */
    private static final double ATOM = 0.99;

    private DenseCut() {}

    /**
     * Judges the cut between {@code sorted[cut - 1]} and {@code sorted[cut]}, with one class in {@code [start, cut)} and another
     * in {@code [cut, end)}.
     *
     * @param sorted values, ascending
     */
    public static boolean isDense(double[] sorted, int start, int cut, int end) {
        double gap = sorted[cut] - sorted[cut - 1];
        int low = reach(cut - start, index -> sorted[cut - 1 - index]);
        int high = reach(end - cut, index -> sorted[cut + index]);
        double span = sorted[cut - 1] - sorted[cut - low] + sorted[cut + high - 1] - sorted[cut];
        long steps = Arrays.stream(sorted, cut - low, cut + high).distinct().count() - 2;
        if (steps < 1 || gap > USUAL_DISTANCES * span / steps) {
            return false;
        }
        double near = (low + high) / (span + gap);
        return near >= VALLEY * Math.min(usual(sorted, start, cut), usual(sorted, cut, end));
    }

    /** How many rows of a side tell how crowded it is: more than usual where few values repeat often. */
    private static int reach(int rows, IntToDoubleFunction outwards) {
        int wanted = Math.max(FEWEST, Math.min(MOST, rows / 20));
        int distinct = 1;
        int index = 1;
        while (index < rows && (index < wanted || distinct < FEWEST_VALUES)) {
            distinct += outwards.applyAsDouble(index) == outwards.applyAsDouble(index - 1) ? 0 : 1;
            index++;
        }
        return index;
    }

    /** Whether one of the two classes sits at zero, next to the cut: something is counted or paid, or not. */
    public static boolean isAtZero(double[] sorted, int start, int cut, int end) {
        return (sorted[cut - 1] == 0 && isAtom(sorted, start, cut, 0))
                || (sorted[cut] == 0 && isAtom(sorted, cut, end, 0));
    }

    private static boolean isAtom(double[] sorted, int start, int end, double value) {
        return Arrays.stream(sorted, start, end).filter(one -> one == value).count() >= ATOM * (end - start);
    }

    /** Rows in a unit of the value, over the middle half of a class. */
    private static double usual(double[] sorted, int start, int end) {
        int quarter = (end - start) / 4;
        double range = sorted[end - 1 - quarter] - sorted[start + quarter];
        return range > 0 ? (end - start - 2 * quarter) / range : Double.POSITIVE_INFINITY;
    }

    /** The number with fewest digits in {@code (low, high]}: what a person would have written. */
    public static double roundest(double low, double high) {
        if (low < 0 && high >= 0) {
            return 0;
        }
        double exponent = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
        for (int digits = 0; digits < 16; digits++) {
            double power = digits - exponent;
            double number = power >= 0
                    ? Math.floor(high * Math.pow(10, power)) / Math.pow(10, power)
                    : Math.floor(high / Math.pow(10, -power)) * Math.pow(10, -power);
            if (number > low && number <= high) {
                return number;
            }
        }
        return high;
    }
}
