package io.watertight.ml.transform;

/** The power transformation of Yeo and Johnson (2000), equations 2.1 and 3.1. Stateless; thread-safe. */
final class YeoJohnson {

    /** Powers beyond these turn any column into two heaps. */
    private static final double LEAST = -5;

    private static final double MOST = 7;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Closer powers have likelihoods that differ by rounding only. */
    private static final double NARROW = 1e-8;

    private YeoJohnson() {}

    static double apply(double value, double power) {
        if (value >= 0) {
            return power == 0 ? Math.log1p(value) : Math.expm1(power * Math.log1p(value)) / power;
        }
        double mirrored = 2 - power;
        return mirrored == 0 ? -Math.log1p(-value) : -Math.expm1(mirrored * Math.log1p(-value)) / mirrored;
    }

    /** The power of largest likelihood; 1, which changes nothing, for a column without spread. */
    static double power(double[] values) {
        if (values.length < 2 || !(Numbers.variance(values, Numbers.mean(values)) > 0)) {
            return 1;
        }
        // Golden-section search (Kiefer, 1953): the likelihood has one peak.
        double low = LEAST;
        double high = MOST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = likelihood(values, left);
        double atRight = likelihood(values, right);
        while (high - low > NARROW) {
            if (atLeft >= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = likelihood(values, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = likelihood(values, right);
            }
        }
        return (low + high) / 2;
    }

    /** Up to a constant. */
    private static double likelihood(double[] values, double power) {
        double[] changed = new double[values.length];
        double jacobian = 0;
        for (int row = 0; row < values.length; row++) {
            changed[row] = apply(values[row], power);
            jacobian += Math.signum(values[row]) * Math.log1p(Math.abs(values[row]));
        }
        double variance = Numbers.variance(changed, Numbers.mean(changed));
        return -0.5 * values.length * Math.log(Math.max(variance, Double.MIN_NORMAL)) + (power - 1) * jacobian;
    }
}
