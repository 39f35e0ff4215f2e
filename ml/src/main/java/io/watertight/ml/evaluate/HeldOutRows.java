package io.watertight.ml.evaluate;

import io.watertight.ml.data.Response;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.Fold;
import java.util.Arrays;

/**
 * The rows a fold was judged on, shared by all learners. Arrays are not to be written to.
 *
 * @param repeat from 0
 * @param number of the fold within its repeat
 * @param trainingRows rows that were fitted on
 * @param positions index into the dataset by row
 * @param rowIds ids by row
 * @param truth what came true
 * @param weights one a row, all 1 for unweighted rows
 */
public record HeldOutRows(
        int repeat, int number, int trainingRows, int[] positions, long[] rowIds, Response truth, double[] weights) {

    static HeldOutRows of(Fold fold, Positions positions) {
        EvaluationSet set = fold.evaluation();
        return new HeldOutRows(
                fold.repeat(),
                fold.number(),
                fold.training().rows(),
                positions.of(set.rowIds()),
                set.rowIds(),
                set.response(),
                weights(set));
    }

    /** One weight a row, 1 where none was declared. */
    static double[] weights(EvaluationSet set) {
        return set.weights().orElseGet(() -> {
            double[] ones = new double[set.rows()];
            Arrays.fill(ones, 1);
            return ones;
        });
    }

    public int rows() {
        return rowIds.length;
    }
}
