package io.watertight.ml.evaluate;

import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import java.util.List;

/**
 * Intervals of scores. Two ways of making one, of which the wider counts: the corrected resampled t over folds, which knows about
 * training sets but has few folds, and the bootstrap of blocks, which knows about rows that depend on one another but takes the models
 * as given. A single test set has no folds: DeLong's variance for an AUC, the bootstrap otherwise.
 *
 * @param blocks rows that depend on one another
 * @param seed of the bootstrap
 */
record Intervals(Blocks blocks, long seed) {

    Interval of(List<FoldResult.Scored> folds, Measure measure, int index) {
        return unbounded(folds, measure, index).within(measure.lowest(), measure.highest());
    }

    private Interval unbounded(List<FoldResult.Scored> folds, Measure measure, int index) {
        FoldScores scores = FoldScores.of(folds, measure, index);
        if (scores.values().length == 0) {
            return Interval.unknown(Double.NaN, measure.name() + " is not defined on any fold");
        }
        List<Pool> pools = scores.pools(folds).stream().map(Pool::sorted).toList();
        Interval drawn = bootstrap(scores, pools, measure);
        if (scores.pooled()) {
            return drawn;
        }
        if (scores.values().length > 1) {
            return CorrectedT.of(scores.values(), scores.testShare()).interval().wider(drawn);
        }
        if (measure.equals(Measures.AUC) && folds.size() == 1 && DeLong.fits(pools.get(0))) {
            Interval exact = DeLong.interval(pools.get(0));
            return blocks.blockings().stream().allMatch(Blocking::isByRow) ? exact : exact.wider(drawn);
        }
        return drawn;
    }

    private Interval bootstrap(FoldScores scores, List<Pool> pools, Measure measure) {
        int rows = pools.stream().mapToInt(Pool::rows).sum();
        return blocks.blockings().stream()
                .map(blocking -> {
                    BlockBootstrap bootstrap = new BlockBootstrap(blocking.within(pools), seed);
                    return bootstrap.of(
                            scores.value(),
                            rows,
                            times -> bootstrap.mean(
                                    pools,
                                    times,
                                    (index, weights) -> measure.value(
                                            pools.get(index).truth(),
                                            pools.get(index).predicted(),
                                            weights)));
                })
                .reduce(Estimate::wider)
                .map(Estimate::interval)
                .orElseThrow();
    }
}
