package io.watertight.checks.support;

import io.watertight.core.numeric.Tails;

/** How likely a pure region is by chance. */
public final class ChanceOfPurity {

    private ChanceOfPurity() {}

    /**
     * log10 of the chance that at least {@code ofClass} of {@code rows} rows are of a class with this base rate, times the number
     * of regions looked at (Bonferroni). At most 0.
     */
    public static double log10(long rows, long ofClass, double baseRate, double regionsLookedAt) {
        return Math.min(
                0, Tails.binomialUpperLog10(rows, ofClass, baseRate) + Math.log10(Math.max(1, regionsLookedAt)));
    }

    /** "1 in 10^21", for a message. */
    public static String inWords(double log10) {
        return log10 < -300 ? "1 in more than 10^300" : "1 in 10^" + (long) Math.floor(-log10);
    }
}
