package io.watertight.ml.learn;

/** A learner that takes features as numbers, so that it can end a {@link Pipeline}. It never splits rows by a {@link Splitter}. */
public abstract class Algorithm extends Learner {

    /** Fits on rows that transformers have prepared. */
    public final Model fit(FittedTrainingSet training, FitContext context) {
        context.log().enter(name(), training.rowIds());
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
}
