package io.watertight.ml.split;

import io.watertight.core.data.RowHash;
import io.watertight.core.split.Deal;
import io.watertight.core.split.Shape;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.SplitterInput;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The stratum of each row: its class, the range its number is in, or the set of its labels. */
final class Strata {

    private Strata() {}

    static int[] of(SplitterInput input, Shape shape) {
        Response response = input.response();
        if (response instanceof Response.Classes classes) {
            return classes.codes();
        }
        if (response instanceof Response.Numbers numbers) {
            return ranges(numbers.values(), input.rowIds(), shape);
        }
        return sets((Response.Labels) response);
    }

    /** Bins of about equal numbers of rows; ties are broken by an order that has nothing to do with the file's. */
    private static int[] ranges(double[] values, long[] ids, Shape shape) {
        int[] order = Order.sorted(
                values.length,
                Comparator.<Integer>comparingDouble(row -> values[row] + 0.0)
                        .thenComparingLong(row -> RowHash.of(ids[row], RowHash.FOLD_SEED))
                        .thenComparingLong(row -> ids[row]));
        int bins = Deal.bins(values.length, shape);
        int[] strata = new int[values.length];
        for (int position = 0; position < order.length; position++) {
            strata[order[position]] = Deal.bin(position, order.length, bins);
        }
        return strata;
    }

    private static int[] sets(Response.Labels labels) {
        Map<String, Integer> codeOf = new TreeMap<>();
        String[] sets = new String[labels.rows()];
        for (int row = 0; row < sets.length; row++) {
            BitSet set = new BitSet();
            for (int label = 0; label < labels.flags().length; label++) {
                set.set(label, labels.flags()[label][row]);
            }
            sets[row] = set.toString();
            codeOf.put(sets[row], 0);
        }
        int next = 0;
        for (Map.Entry<String, Integer> entry : codeOf.entrySet()) {
            entry.setValue(next++);
        }
        int[] strata = new int[sets.length];
        for (int row = 0; row < sets.length; row++) {
            strata[row] = codeOf.getOrDefault(sets[row], 0);
        }
        return strata;
    }
}
