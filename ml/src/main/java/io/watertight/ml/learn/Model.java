package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;

/** What was learnt. Immutable and thread-safe. */
public abstract class Model {

    /** Predicts rows that were held out or are new. */
    public final Predictions predict(Items items) {
        return score(items.features());
    }

    /** Predicts rows with the blocks that the model was fitted on. */
    protected abstract Predictions score(Features features);

    /** Numbers that were fitted: coefficients, splits and leaves; 0 for a formula. A model of two beats one of ten thousand at equal score. */
    public abstract long parameters();

    /** Asks a model that this one is made of. */
    protected static Predictions ask(Model part, Features features) {
        return part.score(features);
    }
}
