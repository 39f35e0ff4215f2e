package io.watertight.ml.evaluate;

import java.util.Arrays;

/**
 * The corrected resampled t (Nadeau and Bengio, Inference for the generalization error, Machine Learning 52, 2003): folds share most of
 * their training rows, so the variance of their mean is (1/J + test/training) S2 rather than S2/J, with J - 1 degrees of freedom.
 */
final class CorrectedT {

    private CorrectedT() {}

    /**
     * The mean of fold scores, or of their differences.
     *
     * @param values one a fold, over all repeats
     * @param testShare rows judged by rows fitted on
     */
    static Estimate of(double[] values, double testShare) {
        int folds = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double variance = squares / (folds - 1) * (1.0 / folds + testShare);
        return new Estimate(
                mean, folds < 2 ? Double.NaN : Math.sqrt(variance), folds - 1, "corrected t over " + folds + " folds");
    }
}
