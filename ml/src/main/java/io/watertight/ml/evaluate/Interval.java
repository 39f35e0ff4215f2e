package io.watertight.ml.evaluate;

import io.watertight.core.report.Numbers;

/**
 * A number and how far it may be off.
 *
 * @param value the estimate; NaN if there is none
 * @param low end of the interval
 * @param high end of the interval
 * @param level share of repetitions in which such an interval is meant to hold the truth, 0.95
 * @param method how it was made, in a few words
 */
public record Interval(double value, double low, double high, double level, String method) {

    /** The level everything here is made for. */
    public static final double LEVEL = 0.95;

    /** An estimate without any idea of its error. */
    public static Interval unknown(double value, String why) {
        return new Interval(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, LEVEL, why);
    }

    /** An estimate give or take. */
    public static Interval around(double value, double margin, String method) {
        return Double.isFinite(value) && Double.isFinite(margin)
                ? new Interval(value, value - margin, value + margin, LEVEL, method)
                : unknown(value, method);
    }

    /** The part of the interval where the number can be. */
    Interval within(double least, double most) {
        return isKnown() ? new Interval(value, Math.max(low, least), Math.min(high, most), level, method) : this;
    }

    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    public boolean isKnown() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    public double width() {
        return high - low;
    }

    /** The wider of two intervals about the same number: neither way of making one holds everywhere. */
    public Interval wider(Interval other) {
        if (!isKnown()) {
            return other;
        }
        return !other.isKnown() || other.width() <= width() ? this : other;
    }

    /** {@code 0.731 [0.702, 0.760]}. */
    public String text() {
        return isKnown()
                ? Numbers.measured(value) + " [" + Numbers.measured(low) + ", " + Numbers.measured(high) + "]"
                : Numbers.measured(value) + " [no interval]";
    }
}
