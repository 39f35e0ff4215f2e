package io.watertight.ml.learn;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.PredictionPoint;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The table as it was known when each row's prediction was due. A value of a column that is declared known at the time in another
 * column is missing in the rows where that time is not before the prediction, or not told: what is not known in time counts as not
 * known. Used by one thread.
 */
final class AsOf {

    private final ColumnBatch rows;
    private final Optional<double[]> due;
    private final Map<String, Integer> hidden = new TreeMap<>();

    AsOf(ColumnBatch rows, Optional<PredictionPoint> predictAt) {
        this.rows = rows;
        this.due = predictAt
                .filter(point -> rows.has(point.column()))
                .flatMap(point -> seconds(rows.column(point.column()))
                        .map(times -> shifted(
                                times, point.lag().map(lag -> lag.seconds()).orElse(0L))));
    }

    /** The table as it is, whatever was known when. */
    static AsOf never(ColumnBatch rows) {
        return new AsOf(rows, Optional.empty());
    }

    /** A column's values, those not yet known taken out. */
    Vector column(Column column) {
        Vector vector = rows.column(column.name());
        Optional<double[]> known = column.knownAt().kind() == KnownAt.Kind.COLUMN
                ? column.knownAt().column().filter(rows::has).flatMap(name -> seconds(rows.column(name)))
                : Optional.empty();
        if (due.isEmpty() || known.isEmpty()) {
            return vector;
        }
        boolean[] open = new boolean[vector.size()];
        int taken = 0;
        for (int row = 0; row < open.length; row++) {
            // Written so that a time that is not told counts as too late, and so does a tie.
            open[row] = known.get()[row] < due.get()[row];
            taken += open[row] || vector.isMissing(row) ? 0 : 1;
        }
        if (taken == 0) {
            return vector;
        }
        hidden.put(column.name(), taken);
        return without(vector, open);
    }

    /** How many values were taken out, by column; only columns that lost some. */
    Map<String, Integer> hidden() {
        return Map.copyOf(hidden);
    }

    private static Vector without(Vector vector, boolean[] open) {
        if (vector instanceof NumberVector numbers) {
            double[] values = numbers.values().clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = open[row] ? values[row] : Double.NaN;
            }
            return new NumberVector(values);
        }
        CodeVector words = (CodeVector) vector;
        int[] codes = words.codes().clone();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = open[row] ? codes[row] : -1;
        }
        return new CodeVector(codes, words.dictionary());
    }

    private static Optional<double[]> seconds(Vector vector) {
        return vector instanceof NumberVector numbers ? Optional.of(numbers.values()) : Optional.empty();
    }

    private static double[] shifted(double[] times, long seconds) {
        double[] shifted = new double[times.length];
        for (int row = 0; row < shifted.length; row++) {
            shifted[row] = times[row] + seconds;
        }
        return shifted;
    }
}
