package io.watertight.ml.transform;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RowSampler;
import io.watertight.ml.learn.SampledTrainingSet;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/**
 * An algorithm that is fitted on sampled training rows. It ends a pipeline like any other, so that sampling happens inside each fold, on
 * training rows alone, after the transformers; rows to be scored are never sampled. Immutable; thread-safe.
 */
public final class Resampled extends Algorithm {

    private final RowSampler sampler;
    private final Algorithm algorithm;
    private final boolean corrected;

    private Resampled(RowSampler sampler, Algorithm algorithm, boolean corrected) {
        this.sampler = sampler;
        this.algorithm = algorithm;
        this.corrected = corrected;
    }

    public static Resampled of(RowSampler sampler, Algorithm algorithm) {
        return new Resampled(sampler, algorithm, false);
    }

    /**
     * Turns probabilities back to the shares of classes among the training rows: each is multiplied by its class's share before sampling
     * over that after it, and the sum brought back to 1 (Elkan, The foundations of cost-sensitive learning, IJCAI 2001, theorem 2; Saerens,
     * Latinne and Decaestecker, Neural Computation 14, 2002). Scores that are no probabilities stay.
     */
    public Resampled withSharesRestored() {
        return new Resampled(sampler, algorithm, true);
    }

    @Override
    public String name() {
        return algorithm.name() + " with " + sampler.name();
    }

    @Override
    protected Model train(TrainingSet training, FitContext context) {
        SampledTrainingSet sampled = sampler.sample(training, context.inner(1));
        Model model = algorithm.fit(sampled, context);
        if (!corrected || !(training.response() instanceof Response.Classes classes)) {
            return model;
        }
        double[] before = shares(training, classes);
        double[] after = shares(sampled, (Response.Classes) sampled.response());
        double[] factors = new double[before.length];
        Arrays.setAll(factors, code -> after[code] > 0 ? before[code] / after[code] : 0);
        return model instanceof Explains explains
                ? new Explained(model, factors, classes.positive(), explains)
                : new Corrected(model, factors, classes.positive());
    }

    private static double[] shares(TrainingSet rows, Response.Classes classes) {
        double[] weights = rows.weights().orElse(new double[0]);
        double[] sums = new double[classes.names().size()];
        for (int row = 0; row < classes.rows(); row++) {
            sums[classes.codes()[row]] += weights.length == 0 ? 1 : weights[row];
        }
        double total = Arrays.stream(sums).sum();
        return Arrays.stream(sums).map(sum -> sum / total).toArray();
    }

    private static class Corrected extends Model {

        private final Model model;
        private final double[] factors;
        private final int positive;

        Corrected(Model model, double[] factors, int positive) {
            this.model = model;
            this.factors = factors;
            this.positive = positive;
        }

        @Override
        protected Predictions score(Features features) {
            Predictions predicted = ask(model, features);
            if (!predicted.probabilities()) {
                return predicted;
            }
            return predicted.outputs().length == 1 ? binary(predicted.single()) : several(predicted.outputs());
        }

        private Predictions binary(double[] probabilities) {
            double forPositive = factors[positive];
            double forOther = factors[1 - positive];
            return Predictions.ofProbabilities(Arrays.stream(probabilities)
                    .map(probability -> {
                        double weighed = probability * forPositive;
                        return weighed / (weighed + (1 - probability) * forOther);
                    })
                    .toArray());
        }

        private Predictions several(double[][] outputs) {
            double[][] turned = new double[outputs.length][outputs[0].length];
            for (int row = 0; row < turned[0].length; row++) {
                double sum = 0;
                for (int code = 0; code < turned.length; code++) {
                    turned[code][row] = outputs[code][row] * factors[code];
                    sum += turned[code][row];
                }
                for (int code = 0; code < turned.length; code++) {
                    turned[code][row] = sum > 0 ? turned[code][row] / sum : outputs[code][row];
                }
            }
            return new Predictions(turned, true);
        }

        @Override
        public long parameters() {
            return model.parameters();
        }
    }

    private static final class Explained extends Corrected implements Explains {

        private final Explains explains;

        Explained(Model model, double[] factors, int positive, Explains explains) {
            super(model, factors, positive);
            this.explains = explains;
        }

        @Override
        public double[] importance() {
            return explains.importance();
        }
    }
}
