package io.watertight.core.data;

/** The one spelling of a value that all engines agree on. */
public final class Canonical {

    /** Above this, a double no longer holds every whole number. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private Canonical() {}

    /** Whole numbers without a decimal point, others as {@link Double#toString(double)}; -0.0 is {@code 0}. */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }
}
