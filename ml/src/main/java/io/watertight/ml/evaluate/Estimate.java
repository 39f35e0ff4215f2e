package io.watertight.ml.evaluate;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A number with a standard error and the degrees of freedom that it was estimated with.
 *
 * @param value the number
 * @param standardError NaN if unknown
 * @param degrees of freedom of Student's t
 * @param method how it was made, in a few words
 */
record Estimate(double value, double standardError, double degrees, String method) {

    boolean isKnown() {
        return Double.isFinite(value) && Double.isFinite(standardError) && degrees >= 1;
    }

    Interval interval() {
        return isKnown() ? Interval.around(value, margin(), method) : Interval.unknown(value, method);
    }

    private double margin() {
        return standardError * new TDistribution(degrees).inverseCumulativeProbability((1 + Interval.LEVEL) / 2);
    }

    /** Two-sided, of the truth being zero; 1 for a number that is exactly zero, NaN without a standard error. */
    double pValue() {
        if (value == 0) {
            return 1;
        }
        return isKnown()
                ? 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(value) / standardError)
                : Double.NaN;
    }

    Estimate wider(Estimate other) {
        if (!isKnown()) {
            return other;
        }
        return !other.isKnown() || other.margin() <= margin() ? this : other;
    }
}
