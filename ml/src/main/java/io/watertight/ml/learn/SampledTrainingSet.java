package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Optional;

/**
 * Training rows after a {@link RowSampler}: some left out, repeated, weighted otherwise, or made up between others. They can be fitted
 * on, but never split or scored. Thread-safe.
 */
public final class SampledTrainingSet implements TrainingSet {

    private final TrainingSet origin;
    private final RowSampler.Sample sample;

    SampledTrainingSet(TrainingSet origin, RowSampler.Sample sample) {
        int rows = sample.origins().length;
        if (sample.features().rows() != rows || sample.response().rows() != rows) {
            throw new IllegalStateException("a sample of " + rows + " rows has "
                    + sample.features().rows() + " rows of features and "
                    + sample.response().rows() + " responses");
        }
        this.origin = origin;
        this.sample = sample;
    }

    @Override
    public int rows() {
        return sample.origins().length;
    }

    @Override
    public Features features() {
        return sample.features();
    }

    @Override
    public Response response() {
        return sample.response();
    }

    @Override
    public Optional<double[]> weights() {
        return sample.weights();
    }

    /** Ids of the rows they were taken from: a repeated row has its id, a row made up between two that of the first. */
    @Override
    public long[] rowIds() {
        long[] ids = origin.rowIds();
        long[] taken = new long[rows()];
        for (int row = 0; row < taken.length; row++) {
            taken[row] = ids[sample.origins()[row]];
        }
        return taken;
    }

    /**
     * Copies of one row never part. A row made up between two goes with the first of them, so that early stopping after SMOTE watches
     * rows that are a little like those it learns from; no row outside the training set is concerned.
     */
    @Override
    public int[] innerFolds(int folds, long seed) {
        int[] dealt = origin.innerFolds(folds, seed);
        int[] taken = new int[rows()];
        for (int row = 0; row < taken.length; row++) {
            taken[row] = dealt[sample.origins()[row]];
        }
        return taken;
    }
}
