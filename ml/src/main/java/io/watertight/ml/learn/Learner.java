package io.watertight.ml.learn;

/**
 * Learns a model from training rows: an algorithm, a pipeline, a search, a stack. Immutable and thread-safe: what is learnt is in the
 * model.
 */
public abstract class Learner {

    /** Short, unique among the learners of one evaluation: {@code logistic regression}. */
    public abstract String name();

    /** Fits on training rows, which are entered in the log first. */
    public final Model fit(RawTrainingSet training, FitContext context) {
        context.log().enter(name(), training);
        return learn(training, context);
    }

    /**
     * What the learner does.
     *
     * @throws io.watertight.core.WatertightException if it cannot learn from these rows, with the reason
     */
    protected abstract Model learn(RawTrainingSet training, FitContext context);
}
