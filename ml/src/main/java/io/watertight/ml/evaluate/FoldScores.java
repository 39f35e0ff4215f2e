package io.watertight.ml.evaluate;

import io.watertight.ml.measure.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * One score a fold, or, where most folds are too small to be scored (a single row, one class), one score a repeat of all its rows.
 *
 * @param values none of them NaN
 * @param testShare rows judged by rows fitted on, on average
 * @param pooled whether a value is that of a whole repeat
 * @param undefined folds left out because the measure is not defined there
 */
record FoldScores(double[] values, double testShare, boolean pooled, int undefined) {

    static FoldScores of(List<FoldResult.Scored> folds, Measure measure, int index) {
        double[] known = folds.stream()
                .mapToDouble(fold -> fold.scores()[index])
                .filter(score -> !Double.isNaN(score))
                .toArray();
        double ratio = folds.stream()
                .mapToDouble(fold -> (double) fold.rows().rows() / fold.rows().trainingRows())
                .average()
                .orElse(Double.NaN);
        if (known.length * 2 > folds.size() || folds.isEmpty()) {
            return new FoldScores(known, ratio, false, folds.size() - known.length);
        }
        double[] pooled = Pool.repeats(folds).stream()
                .mapToDouble(pool -> measure.value(pool.truth(), pool.predicted(), pool.weights()))
                .filter(score -> !Double.isNaN(score))
                .toArray();
        return new FoldScores(pooled, ratio, true, 0);
    }

    /** Mean over the folds; NaN without any. */
    double value() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** What the bootstrap draws rows of: folds, or whole repeats. */
    List<Pool> pools(List<FoldResult.Scored> folds) {
        if (pooled) {
            return Pool.repeats(folds);
        }
        List<Pool> pools = new ArrayList<>();
        folds.forEach(fold -> pools.add(Pool.of(fold)));
        return pools;
    }
}
