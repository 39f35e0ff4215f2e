package io.watertight.ml.search;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.RawTrainingSet;
import java.util.Arrays;
import java.util.List;

/**
 * Predictions of training rows by models that have not seen them. What is fitted to predictions (a stack, a threshold) is fitted to
 * these: in-sample predictions are better than any that come later.
 *
 * @param rowIds rows that some inner fold held out, ascending
 * @param outputs by output and row; the mean where several repeats held a row out
 * @param probabilities whether the numbers are meant as probabilities
 */
record OutOfFoldScores(long[] rowIds, double[][] outputs, boolean probabilities) {

    /** Fits the learner once a fold. */
    static OutOfFoldScores of(Learner learner, List<Fold> folds, FitContext context) {
        long[] ids = folds.stream()
                .flatMapToLong(fold -> Arrays.stream(fold.evaluation().rowIds()))
                .sorted()
                .distinct()
                .toArray();
        double[][] sums = {};
        double[] counts = new double[ids.length];
        boolean probabilities = true;
        for (int number = 0; number < folds.size(); number++) {
            Fold fold = folds.get(number);
            Predictions predicted =
                    learner.fit(fold.training(), context.inner(number)).predict(fold.evaluation());
            probabilities &= predicted.probabilities();
            if (number == 0) {
                sums = new double[predicted.outputs().length][ids.length];
            }
            long[] held = fold.evaluation().rowIds();
            for (int row = 0; row < held.length; row++) {
                int at = Arrays.binarySearch(ids, held[row]);
                counts[at]++;
                for (int output = 0; output < sums.length; output++) {
                    sums[output][at] += predicted.outputs()[output][row];
                }
            }
        }
        for (double[] sum : sums) {
            for (int row = 0; row < sum.length; row++) {
                sum[row] /= counts[row];
            }
        }
        return new OutOfFoldScores(ids, sums, probabilities);
    }

    /** Those of the training rows that were held out, with their responses and weights. */
    RawTrainingSet covered(RawTrainingSet training) {
        return rowIds.length == training.rows() ? training : Chosen.of(training, rowIds);
    }

    /** The numbers of an output in the order of these rows, all of which were held out. */
    double[] inOrder(int output, long[] ids) {
        return Arrays.stream(ids)
                .mapToDouble(id -> outputs[output][Arrays.binarySearch(rowIds, id)])
                .toArray();
    }
}
