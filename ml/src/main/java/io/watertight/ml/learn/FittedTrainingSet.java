package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Optional;

/** Training rows after a transformer was fitted on them. They can be fitted on further, but never split: a split comes first. Thread-safe. */
public final class FittedTrainingSet implements TrainingSet {

    private final TrainingSet origin;
    private final Features features;
    private final Response response;

    FittedTrainingSet(TrainingSet origin, Features features) {
        this(origin, features, origin.response());
    }

    FittedTrainingSet(TrainingSet origin, Features features, Response response) {
        if (features.rows() != origin.rows()) {
            throw new IllegalStateException(
                    "a transformer returned " + features.rows() + " rows for " + origin.rows() + " training rows");
        }
        this.origin = origin;
        this.features = features.asPrepared();
        this.response = response;
    }

    TrainingSet origin() {
        return origin;
    }

    @Override
    public int rows() {
        return origin.rows();
    }

    @Override
    public Features features() {
        return features;
    }

    @Override
    public Response response() {
        return response;
    }

    @Override
    public Optional<double[]> weights() {
        return origin.weights();
    }

    @Override
    public long[] rowIds() {
        return origin.rowIds();
    }

    @Override
    public int[] innerFolds(int folds, long seed) {
        return origin.innerFolds(folds, seed);
    }
}
