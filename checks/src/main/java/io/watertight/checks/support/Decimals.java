package io.watertight.checks.support;

import java.math.BigDecimal;
import java.util.Arrays;

/** How finely numbers are written: a statistic of rounded numbers is only as exact as they are. */
public final class Decimals {

    /** As many values as this are looked at. */
    private static final int LOOKED_AT = 2000;

    /** Decimals beyond these are noise of the binary representation. */
    public static final int MOST = 15;

    private Decimals() {}

    /** Decimals of one number: 0 for a whole number, at most {@link #MOST}. */
    public static int of(double value) {
        if (!Double.isFinite(value) || value == Math.rint(value)) {
            return 0;
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
