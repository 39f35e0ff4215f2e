package io.watertight.ml.algorithm.tree;

/**
 * A grown tree over bins, as arrays by node. Immutable by contract.
 *
 * @param columns the binned column a node asks, -1 for a leaf
 * @param bins the last bin of a number that goes left
 * @param sets for a category: where its set of bins begins in {@code members}, else -1
 * @param missingLeft whether a missing number goes left
 * @param lefts the left child; the right one follows it
 * @param members four words a set: the bins that go left
 * @param values by output and node; only leaves are asked
 */
record Tree(
        int[] columns, byte[] bins, int[] sets, boolean[] missingLeft, int[] lefts, long[] members, float[][] values) {

    int leaf(byte[][] rows, int row) {
        int node = 0;
        while (columns[node] >= 0) {
            int bin = rows[columns[node]][row] & 0xFF;
            boolean left;
            if (sets[node] >= 0) {
                left = (members[sets[node] + (bin >>> 6)] >>> (bin & 63) & 1) != 0;
            } else {
                left = bin == 0 ? missingLeft[node] : bin <= (bins[node] & 0xFF);
            }
            node = lefts[node] + (left ? 0 : 1);
        }
        return node;
    }

    int nodes() {
        return columns.length;
    }
}
