package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A measure of decisions. Without a threshold of its own it decides where the probability of the positive class is at least one half,
 * or where a score that is no probability is at least zero: a learner whose threshold is tuned moves its scores accordingly.
 *
 * @param name as people write it
 * @param averaging over several classes, where the measure is one of a class
 * @param kind which measure
 * @param threshold a fixed one
 */
record DecisionMeasure(String name, Averaging averaging, Kind kind, OptionalDouble threshold) implements Measure {

    enum Kind {
        ACCURACY,
        BALANCED_ACCURACY,
        MATTHEWS,
        F1,
        PRECISION,
        RECALL
    }

    static DecisionMeasure of(String name, Kind kind) {
        return new DecisionMeasure(name, Averaging.MACRO, kind, OptionalDouble.empty());
    }

    /** Where scores of two classes are cut. */
    static double cut(Predictions predicted) {
        return predicted.probabilities() ? 0.5 : 0;
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public double value(Response truth, Predictions predicted, double[] weights) {
        if (truth instanceof Response.Classes classes) {
            return of(Confusion.of(classes, predicted, weights, threshold.orElse(cut(predicted))), classes);
        }
        if (truth instanceof Response.Labels labels) {
            double[] values = new double[labels.names().size()];
            for (int label = 0; label < values.length; label++) {
                values[label] = value(
                        labels.label(label),
                        new Predictions(new double[][] {predicted.outputs()[label]}, predicted.probabilities()),
                        weights);
            }
            return Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return Double.NaN;
    }

    private double of(Confusion confusion, Response.Classes classes) {
        return switch (kind) {
            case ACCURACY -> confusion.right() / confusion.total();
            case BALANCED_ACCURACY -> confusion.balancedAccuracy();
            case MATTHEWS -> confusion.matthews();
            case F1, PRECISION, RECALL ->
                classes.isBinary() ? ofClass(confusion, classes.positive()) : averaged(confusion);
        };
    }

    private double ofClass(Confusion confusion, int label) {
        return switch (kind) {
            case F1 -> confusion.f1(label);
            case PRECISION -> confusion.precision(label);
            case RECALL -> confusion.recall(label);
            case ACCURACY, BALANCED_ACCURACY, MATTHEWS ->
                throw new IllegalStateException(kind + " is not of one class");
        };
    }

    private double averaged(Confusion confusion) {
        double sum = 0;
        double total = 0;
        for (int label = 0; label < confusion.classes(); label++) {
            if (confusion.actual(label) > 0 || confusion.decided(label) > 0) {
                double share = averaging == Averaging.MACRO ? 1 : confusion.actual(label);
                double value = ofClass(confusion, label);
                sum += share * (Double.isNaN(value) ? 0 : value);
                total += share;
            }
        }
        return sum / total;
    }

    @Override
    public double lowest() {
        return kind == Kind.MATTHEWS ? -1 : 0;
    }

    @Override
    public double highest() {
        return 1;
    }

    @Override
    public String toString() {
        return name;
    }
}
