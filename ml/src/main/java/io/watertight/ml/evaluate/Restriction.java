package io.watertight.ml.evaluate;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.measure.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A fold's results for some of its rows. */
final class Restriction {

    private Restriction() {}

    /** Empty if the fold has no such row. */
    static Optional<FoldResult> of(FoldResult fold, Set<Long> rowIds, Positions positions, List<Measure> measures) {
        HeldOutRows rows = fold.rows();
        int[] kept = IntStream.range(0, rows.rows())
                .filter(row -> rowIds.contains(rows.rowIds()[row]))
                .toArray();
        if (kept.length == 0) {
            return Optional.empty();
        }
        long[] ids = Arrays.stream(kept).mapToLong(row -> rows.rowIds()[row]).toArray();
        HeldOutRows fewer = new HeldOutRows(
                rows.repeat(),
                rows.number(),
                rows.trainingRows(),
                positions.of(ids),
                ids,
                rows.truth().gather(kept),
                Arrays.stream(kept).mapToDouble(row -> rows.weights()[row]).toArray());
        if (fold instanceof FoldResult.Failed failed) {
            return Optional.of(new FoldResult.Failed(fewer, failed.reason()));
        }
        FoldResult.Scored scored = (FoldResult.Scored) fold;
        Predictions predicted = scored.predicted().gather(kept);
        double[] unknown = new double[measures.size()];
        Arrays.fill(unknown, Double.NaN);
        return Optional.of(new FoldResult.Scored(
                fewer,
                predicted,
                measures.stream()
                        .mapToDouble(measure -> measure.value(fewer.truth(), predicted, fewer.weights()))
                        .toArray(),
                unknown,
                scored.parameters(),
                scored.seconds(),
                scored.log(),
                scored.search()));
    }
}
