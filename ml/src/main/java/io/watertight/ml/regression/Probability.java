package io.watertight.ml.regression;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Tail probabilities by the incomplete beta and gamma functions, so that small ones keep their digits. */
final class Probability {

    private Probability() {}

    /** P(|T| >= |t|) for Student's t; NaN for NaN. */
    static double twoSidedT(double t, double freedom) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        if (Double.isInfinite(t)) {
            return 0;
        }
        double square = t * t;
        // Whichever argument is below a half keeps its digits.
        return square > freedom
                ? Beta.regularizedBeta(freedom / (freedom + square), freedom / 2, 0.5)
                : 1 - Beta.regularizedBeta(square / (freedom + square), 0.5, freedom / 2);
    }

    /** P(F >= f). */
    static double upperF(double f, double numerator, double denominator) {
        if (Double.isNaN(f) || numerator <= 0) {
            return Double.NaN;
        }
        if (Double.isInfinite(f)) {
            return 0;
        }
        return Beta.regularizedBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
    }

    /** P(X >= x) for chi-squared. */
    static double upperChiSquared(double x, double freedom) {
        return Double.isNaN(x) || freedom <= 0 ? Double.NaN : Gamma.regularizedGammaQ(freedom / 2, Math.max(0, x) / 2);
    }

    /** How many standard errors a 95 % interval reaches to each side. */
    static double reach(double freedom) {
        TDistribution student = new TDistribution(freedom);
        double quantile = student.inverseCumulativeProbability(0.975);
        // The library's root is good to nine digits; one Newton step makes it good to all.
        for (int step = 0; step < 2; step++) {
            quantile += (twoSidedT(quantile, freedom) - 0.05) / (2 * student.density(quantile));
        }
        return quantile;
    }
}
