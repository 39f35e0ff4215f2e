package io.watertight.ml.evaluate;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.split.SplitVerifier;
import io.watertight.core.study.Column;
import io.watertight.core.study.Study;
import io.watertight.ml.learn.Dataset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that were scored although a row just like them was fitted on. Rows are told apart by a hash of 64 bits of their values; a missing
 * value equals a missing value.
 *
 * @param scored rows scored, all folds together
 * @param sameFeatures of these, equal in every feature to a row that was fitted on in the same fold
 * @param sameRow of these, equal in the target too
 */
public record EqualRows(long scored, long sameFeatures, long sameRow) {

    /**
     * Counts them.
     *
     * @param folds as they were used
     * @param dataset that was evaluated
     * @param rows it was made from
     */
    public static EqualRows of(List<SplitVerifier.Sides> folds, Dataset dataset, ColumnBatch rows, Study study) {
        List<Vector> features = study.features().stream()
                .map(Column::name)
                .filter(rows::has)
                .map(rows::column)
                .toList();
        long[] byFeatures = hashes(features, dataset, rows);
        long[] byTarget =
                hashes(List.of(rows.column(study.target().orElseThrow().column())), dataset, rows);
        long[] all = new long[byFeatures.length];
        Arrays.setAll(all, row -> mixed(byFeatures[row] * 31 + byTarget[row]));
        long scored = folds.stream().mapToLong(fold -> fold.evaluation().length).sum();
        return new EqualRows(scored, found(folds, byFeatures), found(folds, all));
    }

    private static long found(List<SplitVerifier.Sides> folds, long[] hashes) {
        long found = 0;
        for (SplitVerifier.Sides fold : folds) {
            Set<Long> fitted = new HashSet<>();
            Arrays.stream(fold.training()).forEach(row -> fitted.add(hashes[row]));
            found += Arrays.stream(fold.evaluation())
                    .filter(row -> fitted.contains(hashes[row]))
                    .count();
        }
        return found;
    }

    private static long[] hashes(List<Vector> columns, Dataset dataset, ColumnBatch rows) {
        Map<Long, Integer> at = new HashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            at.put(rows.rowIds()[row], row);
        }
        long[] hashes = new long[dataset.rows()];
        for (int row = 0; row < hashes.length; row++) {
            int place = at.getOrDefault(dataset.rowIds()[row], -1);
            long hash = 1;
            for (Vector column : columns) {
                hash = mixed(hash * 31 + value(column, place));
            }
            hashes[row] = hash;
        }
        return hashes;
    }

    private static long value(Vector column, int row) {
        if (column.isMissing(row)) {
            return Long.MIN_VALUE;
        }
        if (column instanceof NumberVector numbers) {
            return Double.doubleToLongBits(numbers.values()[row] + 0.0); // one zero
        }
        return ((CodeVector) column).codes()[row];
    }

    /** The finalizer of SplitMix64: every bit of the input moves every bit of the output. */
    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
