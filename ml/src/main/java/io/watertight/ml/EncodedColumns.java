package io.watertight.ml;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns of a batch as the floats that a tree learner takes, for some of its rows. Every column is encoded once, whatever the
 * number of questions about it. Not thread-safe.
 *
 * <ul>
 *   <li>Numbers stay as they are; a missing value is NaN, an infinite one the largest that is still finite. Columns with values
 *       too large for a float's 24 bits (times in seconds) are moved to their median first.
 *   <li>Text and booleans become whole numbers, 0 for the most frequent value. The order never looks at the target, so the code
 *       itself cannot leak.
 *   <li>Text with more different values than half the rows that have one is left out: it names rows and describes none. So is a
 *       column without two different values.
 * </ul>
 */
final class EncodedColumns {

    /** XGBoost rejects infinity, and its histograms double the largest value. */
    private static final double LARGEST = 1e37;

    /** Up to here a float resolves a sixteenth. */
    private static final double EXACT = 1 << 20;

    private final ColumnBatch batch;
    private final int[] rows;
    private final Map<String, float[]> encoded = new HashMap<>();

    /** @param rows indices of the rows wanted */
    EncodedColumns(ColumnBatch batch, int[] rows) {
        this.batch = batch;
        this.rows = rows;
    }

    /** Those of these columns that a learner can use, in the order given. */
    List<String> usable(List<String> names) {
        return names.stream()
                .filter(batch::has)
                .filter(name -> varies(column(name)))
                .toList();
    }

    /** One value a row; empty when the column is left out. */
    float[] column(String name) {
        return encoded.computeIfAbsent(name, wanted -> encode(batch.column(wanted)));
    }

    private float[] encode(Vector vector) {
        if (vector instanceof NumberVector numbers) {
            return numbers(numbers.values());
        }
        return codes((CodeVector) vector);
    }

    private float[] numbers(double[] values) {
        double middle = middle(values);
        float[] result = new float[rows.length];
        for (int index = 0; index < rows.length; index++) {
            double value = values[rows[index]] - middle;
            result[index] = (float) Math.max(-LARGEST, Math.min(LARGEST, value));
        }
        return result;
    }

    /** The median where a value is large, else nothing. Not the middle of the range, which one sentinel value would move. */
    private double middle(double[] values) {
        boolean large = false;
        for (int row : rows) {
            large |= Math.abs(values[row]) > EXACT;
        }
        if (!large) {
            return 0;
        }
        double[] finite = IntStream.of(rows)
                .mapToDouble(row -> values[row])
                .filter(value -> Math.abs(value) <= LARGEST)
                .sorted()
                .toArray();
        return finite.length == 0 ? 0 : finite[finite.length / 2];
    }

    private float[] codes(CodeVector vector) {
        int levels = vector.dictionary().size();
        long[] counts = new long[levels];
        long present = 0;
        for (int row : rows) {
            int code = vector.codes()[row];
            if (code >= 0) {
                counts[code]++;
                present++;
            }
        }
        int[] used = IntStream.range(0, levels)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(code -> -counts[code])
                        .thenComparing(vector.dictionary()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        if (used.length > 2 && used.length > present / 2) {
            return new float[0];
        }
        float[] ranks = new float[levels];
        for (int rank = 0; rank < used.length; rank++) {
            ranks[used[rank]] = rank;
        }
        float[] result = new float[rows.length];
        for (int index = 0; index < rows.length; index++) {
            int code = vector.codes()[rows[index]];
            result[index] = code < 0 ? Float.NaN : ranks[code];
        }
        return result;
    }

    /** Missing counts as a value of its own: a column that is filled in for some rows only says something. */
    private static boolean varies(float[] values) {
        if (values.length == 0) {
            return false;
        }
        int first = Float.floatToIntBits(values[0]);
        return IntStream.range(1, values.length).anyMatch(row -> Float.floatToIntBits(values[row]) != first);
    }
}
