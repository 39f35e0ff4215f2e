package io.watertight.checks.support;

import java.math.BigDecimal;
import java.util.Arrays;

/** How finely numbers are written: a statistic of rounded numbers is only as exact as they are. */
public final class Decimals {

    /** As many values as this are looked at. */
    private static final int LOOKED_AT = 2000;

    /** Decimals beyond these are noise of the binary representation. */
    public static final int MOST = 15;

    /** Whole numbers up to here are exact. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimals() {}

    /** Decimals of one number: 0 for a whole number, at most {@link #MOST}. */
    public static int of(double value) {
        if (!Double.isFinite(value) || value == Math.rint(value)) {
            return 0;
        }
        // A whole number below 2^53 over an exact power of ten is rounded as a decimal is read, so no digits need be
        // written.
        for (int decimals = 1; decimals <= MOST; decimals++) {
            double digits = Math.rint(value * POWERS[decimals]);
            if (Math.abs(digits) >= EXACT) {
                break;
            }
            if (digits / POWERS[decimals] == value) {
                return decimals;
            }
            if (decimals == MOST) {
                return MOST;
            }
        }
        return Math.min(
                MOST, Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale()));
    }

    /** The most decimals among the first two thousand numbers, missing ones (NaN) aside. */
    public static int most(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .limit(LOOKED_AT)
                .mapToInt(Decimals::of)
                .max()
                .orElse(0);
    }

    /** Standard error of a mean of {@code rows} numbers that comes from rounding each to so many decimals. */
    public static double errorOfMean(int decimals, long rows) {
        return Math.pow(10, -decimals) / Math.sqrt(12.0 * Math.max(1, rows));
    }

    /** The largest error of one number rounded to so many decimals. */
    public static double errorOfValue(int decimals) {
        return 0.5 * Math.pow(10, -decimals);
    }
}
