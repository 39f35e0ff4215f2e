package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import java.util.Arrays;

/**
 * A measure of two classes, carried over to more: one class against the rest, averaged; for labels, the mean over the labels. Classes
 * that do not occur among the rows, or that all rows are of, are left out of the average.
 *
 * @param name as people write it
 * @param largerIsBetter whether it is a score rather than a loss
 * @param isOrdered whether its size says which value is better
 * @param needsProbabilities whether it is undefined for scores that only order rows
 * @param averaging over several classes
 * @param function for one class
 */
record ClassMeasure(
        String name,
        boolean largerIsBetter,
        boolean isOrdered,
        boolean needsProbabilities,
        Averaging averaging,
        BinaryFunction function)
        implements Measure {

    @Override
    public double value(Response truth, Predictions predicted, double[] weights) {
        if (needsProbabilities && !predicted.probabilities()) {
            return Double.NaN;
        }
        if (truth instanceof Response.Numbers) {
            return Double.NaN;
        }
        if (truth instanceof Response.Labels labels) {
            return ofLabels(labels, predicted, weights);
        }
        Response.Classes classes = (Response.Classes) truth;
        if (classes.isBinary()) {
            return function.value(predicted.single(), members(classes, classes.positive()), weights);
        }
        return ofClasses(classes, predicted, weights);
    }

    private double ofClasses(Response.Classes classes, Predictions predicted, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int label = 0; label < classes.names().size(); label++) {
            boolean[] positive = members(classes, label);
            double value = function.value(predicted.outputs()[label], positive, weights);
            if (!Double.isNaN(value)) {
                double share = averaging == Averaging.MACRO ? 1 : weight(positive, weights);
                sum += share * value;
                total += share;
            }
        }
        return sum / total;
    }

    private double ofLabels(Response.Labels labels, Predictions predicted, double[] weights) {
        double[] values = new double[labels.names().size()];
        for (int label = 0; label < values.length; label++) {
            values[label] = function.value(predicted.outputs()[label], labels.flags()[label], weights);
        }
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    static boolean[] members(Response.Classes classes, int label) {
        boolean[] members = new boolean[classes.rows()];
        for (int row = 0; row < members.length; row++) {
            members[row] = classes.codes()[row] == label;
        }
        return members;
    }

    private static double weight(boolean[] positive, double[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += positive[row] ? weights[row] : 0;
        }
        return sum;
    }

    @Override
    public double lowest() {
        return isOrdered ? 0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double highest() {
        return isOrdered ? 1 : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return name;
    }
}
