package io.watertight.ml.learn;

import io.watertight.ml.data.Features;

/** A transformer after its fit: the changed training rows, and the way to change others. It cannot be split. Thread-safe. */
public final class Fitted {

    private final FittedTrainingSet training;
    private final FittedTransformer mapping;

    Fitted(FittedTrainingSet training, FittedTransformer mapping) {
        this.training = training;
        this.mapping = mapping;
    }

    /** To fit the next step on. */
    public FittedTrainingSet training() {
        return training;
    }

    /** Held-out or new rows, changed by what was learnt from the training rows. */
    public Features apply(Items items) {
        return mapping.apply(items.features()).asPrepared();
    }

    FittedTransformer mapping() {
        return mapping;
    }
}
