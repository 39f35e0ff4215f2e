package io.watertight.ml.search;

import io.watertight.core.WatertightException;
import io.watertight.core.numeric.Ranks;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measure;
import java.util.Arrays;

/**
 * Chooses where scores become decisions on out-of-fold predictions of the training rows, for two classes or for each label. Its
 * predictions are scores about the threshold: a decision is positive from zero on, the order of rows stays. They are no probabilities
 * any more. Immutable; thread-safe.
 */
public final class ThresholdTuned extends Learner {

    /** Thresholds tried at most, evenly over the rows. */
    private static final int MOST = 200;

    private final Learner learner;
    private final Splitter inner;
    private final Measure measure;

    /**
     * @param inner deals the training rows; with declared groups it must keep them together
     * @param measure of decisions: F1, balanced accuracy, expected cost
     */
    public ThresholdTuned(Learner learner, Splitter inner, Measure measure) {
        this.learner = learner;
        this.inner = inner;
        this.measure = measure;
    }

    @Override
    public String name() {
        return learner.name() + ", threshold by " + measure.name();
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        OutOfFoldScores scores = OutOfFoldScores.of(learner, InnerFolds.of(training, inner, context.seed()), context);
        RawTrainingSet covered = scores.covered(training);
        double[] weights = covered.weights().orElseGet(() -> ones(covered.rows()));
        double[] thresholds = new double[scores.outputs().length];
        for (int output = 0; output < thresholds.length; output++) {
            thresholds[output] =
                    best(truth(covered.response(), output), scores.inOrder(output, covered.rowIds()), weights);
        }
        return new Shifted(learner.fit(training, context.inner(-1)), thresholds);
    }

    private Response truth(Response response, int output) {
        if (response instanceof Response.Classes classes && classes.isBinary()) {
            return classes;
        }
        if (response instanceof Response.Labels labels) {
            return labels.label(output);
        }
        throw new WatertightException(
                "'" + name() + "' chooses a threshold, but there are not two classes.",
                "leave the threshold out for numbers and for more than two classes");
    }

    /** The best one between two scores that differ; of equally good ones the middle, which is the safest. */
    private double best(Response truth, double[] scores, double[] weights) {
        int[] order = Ranks.order(scores);
        double[] tried = new double[MOST + 1];
        double[] values = new double[MOST + 1];
        int size = 0;
        int step = Math.max(1, order.length / MOST);
        for (int index = step; index < order.length && size < tried.length; index += step) {
            double below = scores[order[index - 1]];
            double above = scores[order[index]];
            if (below < above) {
                tried[size] = (below + above) / 2;
                values[size] = value(truth, scores, weights, tried[size]);
                size += Double.isNaN(values[size]) ? 0 : 1;
            }
        }
        if (size == 0) {
            return order.length == 0 ? 0 : scores[order[0]];
        }
        int first = 0;
        for (int index = 1; index < size; index++) {
            first = measure.gain(values[index], values[first]) > 0 ? index : first;
        }
        int last = first;
        while (last + 1 < size && values[last + 1] == values[first]) {
            last++;
        }
        return tried[(first + last) / 2];
    }

    private double value(Response truth, double[] scores, double[] weights, double threshold) {
        double[] shifted = Arrays.stream(scores).map(score -> score - threshold).toArray();
        return measure.value(truth, Predictions.ofScores(shifted), weights);
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static final class Shifted extends Model implements Thresholded {

        private final Model model;
        private final double[] thresholds;

        Shifted(Model model, double[] thresholds) {
            this.model = model;
            this.thresholds = thresholds;
        }

        @Override
        protected Predictions score(Features features) {
            double[][] outputs = ask(model, features).outputs();
            double[][] shifted = new double[outputs.length][];
            for (int output = 0; output < outputs.length; output++) {
                double threshold = thresholds[output];
                shifted[output] = Arrays.stream(outputs[output])
                        .map(score -> score - threshold)
                        .toArray();
            }
            return new Predictions(shifted, false);
        }

        @Override
        public long parameters() {
            return model.parameters() + thresholds.length;
        }

        @Override
        public double[] thresholds() {
            return thresholds.clone();
        }
    }
}
