package io.watertight.ml.evaluate;

import io.watertight.ml.measure.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * Intervals of differences on the same folds: what moves both learners alike drops out. The wider of the corrected resampled t of the
 * differences and the bootstrap in which both are scored on the same drawn blocks.
 *
 * @param blocks rows that depend on one another
 * @param seed of the bootstrap
 */
record PairedIntervals(Blocks blocks, long seed) {

    /**
     * A difference.
     *
     * @param gain of the left learner over the right one, positive when it is better
     * @param pValue two-sided, of there being none; NaN if unknown
     */
    record Paired(Interval gain, double pValue) {}

    /** Folds in the same order on both sides. */
    Paired of(List<FoldResult.Scored> left, List<FoldResult.Scored> right, Measure measure, int index) {
        if (left.isEmpty()) {
            return new Paired(Interval.unknown(Double.NaN, "no fold on which both were scored"), Double.NaN);
        }
        FoldScores leftScores = FoldScores.of(left, measure, index);
        FoldScores rightScores = FoldScores.of(right, measure, index);
        if (leftScores.pooled() || rightScores.pooled()) {
            return paired(Pool.repeats(left), Pool.repeats(right), measure, leftScores.testShare(), true);
        }
        List<Pool> one = new ArrayList<>();
        List<Pool> other = new ArrayList<>();
        for (int fold = 0; fold < left.size(); fold++) {
            if (!Double.isNaN(left.get(fold).scores()[index])
                    && !Double.isNaN(right.get(fold).scores()[index])) {
                one.add(Pool.of(left.get(fold)));
                other.add(Pool.of(right.get(fold)));
            }
        }
        return paired(one, other, measure, leftScores.testShare(), false);
    }

    private Paired paired(List<Pool> left, List<Pool> right, Measure measure, double testShare, boolean pooled) {
        double[] gains = new double[left.size()];
        for (int pool = 0; pool < gains.length; pool++) {
            gains[pool] = gain(
                    left.get(pool), right.get(pool), measure, left.get(pool).weights());
        }
        Estimate corrected = CorrectedT.of(gains, testShare);
        int rows = left.stream().mapToInt(Pool::rows).sum();
        Estimate widest = pooled ? new Estimate(corrected.value(), Double.NaN, 0, corrected.method()) : corrected;
        for (Blocking blocking : blocks.blockings()) {
            BlockBootstrap bootstrap = new BlockBootstrap(blocking.within(left), seed);
            widest = widest.wider(bootstrap.of(
                    corrected.value(),
                    2 * rows,
                    times -> bootstrap.mean(
                            left,
                            times,
                            (index, weights) -> gain(left.get(index), right.get(index), measure, weights))));
        }
        return new Paired(widest.interval(), widest.pValue());
    }

    private static double gain(Pool left, Pool right, Measure measure, double[] weights) {
        return measure.gain(
                measure.value(left.truth(), left.predicted(), weights),
                measure.value(right.truth(), right.predicted(), weights));
    }
}
