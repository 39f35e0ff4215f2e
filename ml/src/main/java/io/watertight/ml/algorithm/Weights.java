package io.watertight.ml.algorithm;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/** Weights of training rows. */
public final class Weights {

    private Weights() {}

    /**
     * One weight a row, 1 where rows are not weighted.
     *
     * @throws WatertightException if one is negative, missing or infinite, or none is above zero
     */
    public static double[] of(TrainingSet training) {
        double[] weights = training.weights().orElseGet(() -> {
            double[] ones = new double[training.rows()];
            Arrays.fill(ones, 1);
            return ones;
        });
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new WatertightException(
                        "Training row " + training.rowIds()[row] + " has the weight " + weights[row] + ".",
                        "give every row a weight of at least 0");
            }
            sum += weights[row];
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new WatertightException(
                    "The weights of " + weights.length + " training rows add up to " + sum + ".",
                    "give some rows a weight above 0");
        }
        return weights;
    }
}
