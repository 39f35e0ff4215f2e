package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;

/**
 * A measure of predicted numbers.
 *
 * @param name as people write it
 * @param largerIsBetter whether it is a score rather than an error
 * @param function of actual and predicted numbers and weights
 */
record NumberMeasure(String name, boolean largerIsBetter, NumberFunction function) implements Measure {

    /** A function of numbers that came true and numbers predicted. */
    @FunctionalInterface
    interface NumberFunction {
        double value(double[] actual, double[] predicted, double[] weights);
    }

    @Override
    public double value(Response truth, Predictions predicted, double[] weights) {
        return truth instanceof Response.Numbers numbers
                ? function.value(numbers.values(), predicted.single(), weights)
                : Double.NaN;
    }

    @Override
    public double lowest() {
        return largerIsBetter ? Double.NEGATIVE_INFINITY : 0;
    }

    @Override
    public double highest() {
        return largerIsBetter ? 1 : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return name;
    }
}
