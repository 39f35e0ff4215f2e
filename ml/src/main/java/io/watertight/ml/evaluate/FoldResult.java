package io.watertight.ml.evaluate;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.search.SearchTrace;
import java.util.Optional;

/** What came of a learner on a fold. */
public sealed interface FoldResult {

    /** The rows it was, or would have been, judged on. */
    HeldOutRows rows();

    /**
     * It was fitted, and predicted the rows held out.
     *
     * @param rows the rows held out
     * @param predicted out-of-fold predictions of them
     * @param scores by measure; NaN where it is not defined for these rows
     * @param trainingScores by measure, of the rows fitted on: they say nothing about new rows
     * @param parameters numbers that were fitted
     * @param seconds it took to fit
     * @param log every fit within, and the rows it saw; none of them was held out
     * @param search what was tried inside the fold, if anything was
     */
    record Scored(
            HeldOutRows rows,
            Predictions predicted,
            double[] scores,
            double[] trainingScores,
            long parameters,
            double seconds,
            FitLog log,
            Optional<SearchTrace> search)
            implements FoldResult {}

    /**
     * It could not be fitted, or predicted what is no number.
     *
     * @param rows the rows held out
     * @param reason why, for people
     */
    record Failed(HeldOutRows rows, String reason) implements FoldResult {}
}
