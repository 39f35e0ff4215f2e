package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Optional;

/** Rows a model or a transformer may be fitted on. Made by a {@link Splitter} or, of one of those, by a {@link Transformer}. Thread-safe. */
public sealed interface TrainingSet permits RawTrainingSet, FittedTrainingSet {

    int rows();

    Features features();

    Response response();

    /** One weight a row, if rows are weighted. */
    Optional<double[]> weights();

    /** Ids of the rows, in the order of all else here. Not to be written to. */
    long[] rowIds();

    /**
     * Deals the rows to folds for cross-fitting inside a fit: rows of one declared group never part. Depends on ids, groups and seed
     * only.
     *
     * @return fold of each row, from 0
     */
    int[] innerFolds(int folds, long seed);
}
