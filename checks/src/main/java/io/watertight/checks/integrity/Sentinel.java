package io.watertight.checks.integrity;

import io.watertight.core.data.PartProfile;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A number at the edge of its column that seems to stand for something else.
 *
 * @param column the column
 * @param value the number
 */
public record Sentinel(String column, double value) {

    private static final Set<Double> NEGATIVE = Set.of(
            -1.0, -7.0, -8.0, -9.0, -77.0, -88.0, -99.0, -777.0, -888.0, -999.0, -7777.0, -8888.0, -9999.0, -99999.0,
            -999999.0);

    private static final Set<Double> POSITIVE =
            Set.of(99.0, 999.0, 9999.0, 99999.0, 999999.0, 9999999.0, 99999999.0, 999999999.0);

    /** A scale of few steps may well begin at -1 or 0. */
    private static final int FEWEST_OTHERS = 10;

    private static final int FEWEST_OTHERS_BESIDE_ZERO = 20;

    /** The nearest other value is at least this share of the median: amounts come nearer to zero. */
    private static final double FAR_FROM_ZERO = 0.2;

    /** It is so many times as far from zero as the lowest others lie apart: counts go up in steps of one. */
    private static final double STEPS = 5;

    boolean isZero() {
        return value == 0;
    }

    /** The smallest or largest number of a column if it is isolated, repeated, and of a telling form. */
    static Optional<Sentinel> in(double[] values, PartProfile all, String column) {
        if (!mayStandOut(values)) {
            return Optional.empty();
        }
        double[] sorted = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(value -> value + 0.0) // -0.0 is zero
                .sorted()
                .toArray();
        if (sorted.length < FEWEST_OTHERS) {
            return Optional.empty();
        }
        // The sample's edge must be the edge of all rows, or the number is not isolated.
        if (sorted[0] == all.minimum() && isLow(sorted)) {
            return Optional.of(new Sentinel(column, sorted[0]));
        }
        if (sorted[sorted.length - 1] == all.maximum() && isHigh(sorted)) {
            return Optional.of(new Sentinel(column, sorted[sorted.length - 1]));
        }
        return Optional.empty();
    }

    /** Whether the smallest or the largest number has a telling form, which is seen without sorting. */
    private static boolean mayStandOut(double[] values) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
            }
        }
        return minimum == 0 || NEGATIVE.contains(minimum) || POSITIVE.contains(maximum);
    }

    private static boolean isLow(double[] sorted) {
        double value = sorted[0];
        double[] others = Arrays.stream(sorted).filter(other -> other > value).toArray();
        int count = sorted.length - others.length;
        if (others.length == 0 || count < 2) {
            return false;
        }
        long distinct = Arrays.stream(others).distinct().count();
        double range = others[others.length - 1] - others[0];
        if (NEGATIVE.contains(value)) {
            return distinct >= FEWEST_OTHERS && (others[0] >= 0 || others[0] - value > range);
        }
        return value == 0
                && count >= 3
                && count < others.length
                && distinct >= FEWEST_OTHERS_BESIDE_ZERO
                && isFarFromZero(others);
    }

    private static boolean isFarFromZero(double[] others) {
        double[] lowest = Arrays.stream(others).distinct().limit(FEWEST_OTHERS).toArray();
        double step = (lowest[lowest.length - 1] - lowest[0]) / (lowest.length - 1);
        return others[0] >= FAR_FROM_ZERO * others[others.length / 2] && others[0] >= STEPS * step;
    }

    private static boolean isHigh(double[] sorted) {
        double value = sorted[sorted.length - 1];
        double[] others = Arrays.stream(sorted).filter(other -> other < value).toArray();
        if (others.length == 0 || sorted.length - others.length < 2) {
            return false;
        }
        double largest = others[others.length - 1];
        return POSITIVE.contains(value)
                && Arrays.stream(others).distinct().count() >= FEWEST_OTHERS
                && value - largest > largest - others[0];
    }
}
