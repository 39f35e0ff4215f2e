package io.watertight.ml.algorithm;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Model;

/** A model that makes sure it is asked about the columns it was fitted on. For extension by algorithms; keep it immutable. */
public abstract class FeatureModel extends Model {

    private final String algorithm;
    private final Inputs inputs;

    /** A model fitted on these features. */
    protected FeatureModel(SingleTarget algorithm, Features fitted) {
        this.algorithm = algorithm.name();
        this.inputs = algorithm.inputs(fitted);
    }

    @Override
    protected final Predictions score(Features features) {
        inputs.require(algorithm, features);
        return predictions(features);
    }

    /** Predicts rows that have the right columns. A row's prediction does not depend on the other rows. */
    protected abstract Predictions predictions(Features features);
}
