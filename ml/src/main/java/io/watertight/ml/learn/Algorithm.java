package io.watertight.ml.learn;

import io.watertight.ml.data.Response;

/** A learner that takes features as numbers, so that it can end a {@link Pipeline}. It never splits rows by a {@link Splitter}. */
public abstract class Algorithm extends Learner {

    /** Fits on training rows, raw, prepared by transformers or sampled. */
    public final Model fit(TrainingSet training, FitContext context) {
        context.log().enter(name(), training);
        return train(training, context);
    }

    @Override
    protected final Model learn(RawTrainingSet training, FitContext context) {
        return train(training, context);
    }

    /**
     * Learns from rows, raw or prepared.
     *
     * @throws io.watertight.core.WatertightException if a block is of a kind it cannot take, or the rows do not suffice
     */
    protected abstract Model train(TrainingSet training, FitContext context);

    /**
     * The same rows with a response made of theirs, for an algorithm that is made of others: one label of several, one class against
     * the rest.
     */
    protected static FittedTrainingSet relabelled(TrainingSet training, Response response) {
        if (response.rows() != training.rows()) {
            throw new IllegalArgumentException(
                    "there are " + response.rows() + " responses for " + training.rows() + " rows");
        }
        return new FittedTrainingSet(training, training.features(), response);
    }
}
