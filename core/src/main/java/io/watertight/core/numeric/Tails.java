package io.watertight.core.numeric;

/** Tail probabilities, as base-10 logarithms where they get too small for a double. */
public final class Tails {

    private static final double LN10 = Math.log(10);

    private Tails() {}

    /**
     * log10 of P(X >= successes) for X binomial(trials, probability); 0 for successes = 0. Summed from the largest term, exact
     * to about ten digits.
     */
    public static double binomialUpperLog10(long trials, long successes, double probability) {
        if (successes <= 0 || probability >= 1) {
            return 0;
        }
        if (probability <= 0 || successes > trials) {
            return Double.NEGATIVE_INFINITY;
        }
        if (successes < trials * probability) {
            return 0;
        }
        double first = logChoose(trials, successes)
                + successes * Math.log(probability)
                + (trials - successes) * Math.log1p(-probability);
        double ratio = probability / (1 - probability);
        double term = 1;
        double sum = 1;
        for (long count = successes + 1; count <= trials && term > 1e-16 * sum; count++) {
            term *= ratio * (trials - count + 1) / count;
            sum += term;
        }
        return Math.min(0, (first + Math.log(sum)) / LN10);
    }

    /** ln of the binomial coefficient. */
    public static double logChoose(long total, long chosen) {
        return logGamma(total + 1.0) - logGamma(chosen + 1.0) - logGamma(total - chosen + 1.0);
    }

    /** ln Gamma(x) for x > 0 (Lanczos, g = 7, nine coefficients; Godfrey's values), about fifteen digits. */
    public static double logGamma(double x) {
        double[] coefficient = {
            0.99999999999980993,
            676.5203681218851,
            -1259.1392167224028,
            771.32342877765313,
            -176.61502916214059,
            12.507343278686905,
            -0.13857109526572012,
            9.9843695780195716e-6,
            1.5056327351493116e-7
        };
        double shifted = x - 1;
        double sum = coefficient[0];
        for (int index = 1; index < coefficient.length; index++) {
            sum += coefficient[index] / (shifted + index);
        }
        double t = shifted + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** log10 of P(Z >= z) for a standard normal Z; by the complementary error function's continued fraction beyond 5. */
    public static double normalUpperLog10(double z) {
        if (z > 5) {
            double fraction = 0;
            for (int depth = 40; depth >= 1; depth--) {
                fraction = depth / (z + fraction);
            }
            return (-0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - Math.log(z + fraction)) / LN10;
        }
        return Math.log10(normalUpper(z));
    }

    /** P(Z >= z) for a standard normal Z, absolute error below 1e-12 (Taylor series about 0 below 5). */
    static double normalUpper(double z) {
        if (z < -5) {
            return 1;
        }
        double sum = z;
        double term = z;
        for (int index = 1; index < 200 && Math.abs(term) > 1e-17 * Math.abs(sum); index++) {
            term *= z * z / (2 * index + 1);
            sum += term;
        }
        return 0.5 - sum * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    /** log10 of P(X >= x) for a chi-squared X with k degrees of freedom (Wilson-Hilferty); good to a few percent of the log. */
    public static double chiSquaredUpperLog10(double x, double k) {
        if (x <= 0 || k <= 0) {
            return 0;
        }
        double spread = 2 / (9 * k);
        return normalUpperLog10((Math.cbrt(x / k) - (1 - spread)) / Math.sqrt(spread));
    }
}
