package io.watertight.ml.learn;

import io.watertight.ml.data.Features;

/**
 * Changes features by what it learns from training rows. Immutable and thread-safe.
 *
 * <p>Training rows and other rows may be changed differently: a target encoding is cross-fitted on training rows, so that no row is
 * encoded by its own outcome. That is why a fit returns the training rows changed as well.
 */
public abstract class Transformer {

    /** Short, with the columns when it is about some only: {@code target encoding of 'city'}. */
    public abstract String name();

    /** Fits on training rows, which are entered in the log first. */
    public final Fitted fit(TrainingSet training, FitContext context) {
        context.log().enter(name(), training);
        Learnt learnt = learn(training, context);
        return new Fitted(new FittedTrainingSet(training, learnt.training()), learnt.mapping());
    }

    /**
     * What a transformer returns.
     *
     * @param training the training rows, changed; as many, in the same order
     * @param mapping for all other rows
     */
    protected record Learnt(Features training, FittedTransformer mapping) {

        /** Public, so that transformers of other packages can call it. */
        public Learnt {}
    }

    protected abstract Learnt learn(TrainingSet training, FitContext context);

    /** For transformers that treat training rows as any other. */
    protected static Learnt alike(TrainingSet training, FittedTransformer mapping) {
        return new Learnt(mapping.apply(training.features()), mapping);
    }
}
