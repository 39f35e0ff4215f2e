package io.watertight.ml.algorithm;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/**
 * Predicts the same for every row: how frequent each class or label is, or the mean (ZeroR). What cannot beat it has learnt nothing.
 * Takes any column and any task.
 */
public final class Constant extends Algorithm {

    @Override
    public String name() {
        return "constant";
    }

    @Override
    protected Model train(TrainingSet training, FitContext context) {
        double[] weights = Weights.of(training);
        double total = Arrays.stream(weights).sum();
        int columns = training.features().width();
        if (training.response() instanceof Response.Numbers numbers) {
            return new SameForAll(new double[] {mean(numbers.values(), weights, total)}, false, 1, columns);
        }
        if (training.response() instanceof Response.Labels labels) {
            double[] shares = new double[labels.names().size()];
            for (int label = 0; label < shares.length; label++) {
                for (int row = 0; row < weights.length; row++) {
                    shares[label] += labels.flags()[label][row] ? weights[row] / total : 0;
                }
            }
            return new SameForAll(shares, true, shares.length, columns);
        }
        Response.Classes classes = (Response.Classes) training.response();
        double[] shares = new double[classes.names().size()];
        for (int row = 0; row < weights.length; row++) {
            shares[classes.codes()[row]] += weights[row] / total;
        }
        double[] outputs = classes.isBinary() ? new double[] {shares[classes.positive()]} : shares;
        return new SameForAll(outputs, true, shares.length - 1L, columns);
    }

    /** Scaled by the total first, so that huge values do not overflow. */
    private static double mean(double[] values, double[] weights, double total) {
        double mean = 0;
        for (int row = 0; row < values.length; row++) {
            mean += values[row] * (weights[row] / total);
        }
        return mean;
    }

    private static final class SameForAll extends Model implements Explains {

        private final double[] outputs;
        private final boolean probabilities;
        private final long parameters;
        private final int columns;

        SameForAll(double[] outputs, boolean probabilities, long parameters, int columns) {
            this.outputs = outputs;
            this.probabilities = probabilities;
            this.parameters = parameters;
            this.columns = columns;
        }

        @Override
        protected Predictions score(Features features) {
            double[][] same = new double[outputs.length][features.rows()];
            for (int output = 0; output < same.length; output++) {
                Arrays.fill(same[output], outputs[output]);
            }
            return new Predictions(same, probabilities);
        }

        @Override
        public long parameters() {
            return parameters;
        }

        @Override
        public double[] importance() {
            return new double[columns];
        }
    }
}
