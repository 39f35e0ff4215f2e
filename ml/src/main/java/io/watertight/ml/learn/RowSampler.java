package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Optional;

/**
 * Chooses, repeats, weights or makes up rows to be fitted on. It takes training rows only, and what it returns is a training set: there
 * is no way to sample rows that a model is scored with. Immutable and thread-safe.
 */
public abstract class RowSampler {

    /** Short: {@code over-sampling}. */
    public abstract String name();

    /** Samples training rows, which are entered in the log first. */
    public final SampledTrainingSet sample(TrainingSet training, FitContext context) {
        context.log().enter(name(), training);
        return new SampledTrainingSet(training, draw(training, context));
    }

    /**
     * What a sampler returns.
     *
     * @param weights one a row, if rows are weighted
     * @param origins by row, the training row that it is, or that it was made from
     */
    protected record Sample(Features features, Response response, Optional<double[]> weights, int[] origins) {

        /** Public, so that samplers of other packages can call it. */
        public Sample {}
    }

    protected abstract Sample draw(TrainingSet training, FitContext context);

    /** These training rows as they are, in this order, as often as they are named. */
    protected static Sample these(TrainingSet training, int[] rows) {
        return new Sample(
                training.features().gather(rows),
                training.response().gather(rows),
                training.weights().map(weights -> {
                    double[] taken = new double[rows.length];
                    for (int row = 0; row < rows.length; row++) {
                        taken[row] = weights[rows[row]];
                    }
                    return taken;
                }),
                rows);
    }
}
