package io.watertight.ml.split;

import io.watertight.core.data.RowHash;
import io.watertight.core.split.Shape;

/** Deals single rows: in the order of their strata, within these of their hashes, one after the other. */
final class RowDealing {

    private RowDealing() {}

    /**
     * The bin of each row. Every stratum, and the whole, is dealt evenly to within one row.
     *
     * @param ids of the rows
     * @param strata at least 0 and below 2^31
     */
    static int[] bins(long[] ids, int[] strata, Shape shape, long seed) {
        // Stratum and hash, of 31 bits each, in one number: sorting numbers is much faster than sorting rows.
        long[] order = new long[ids.length];
        for (int row = 0; row < ids.length; row++) {
            order[row] = ((long) strata[row] << 31) | RowHash.of(ids[row], seed);
        }
        int[] rows = Order.of(order, ids);
        int[] bins = new int[ids.length];
        for (int position = 0; position < rows.length; position++) {
            bins[rows[position]] = shape.bin(position);
        }
        return bins;
    }
}
