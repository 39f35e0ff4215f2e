package io.watertight.ml.algorithm.tree;

import java.util.Arrays;

/** Finds where one column of one node is best cut. Holds the counts of the bins that occur. Not thread-safe. */
final class SplitSearch {

    static final Split NONE = new Split(-1, 0, 0, false, new long[0]);

    private final int outputs;
    private final int stride;

    /** By bin: rows, weight, weighted outputs. */
    private final double[] sums;

    private final int[] present = new int[BinnedColumns.BINS];
    private int size;
    private final double[] total;
    private final double[] side;
    private final double[] keys = new double[BinnedColumns.BINS];
    private final long[] seen = new long[4];

    /**
     * A cut.
     *
     * @param column -1 for none
     * @param gain fall of the squared error
     * @param bin last bin of a number that goes left
     * @param missingLeft where bin 0 of a number goes
     * @param members bins of a category that go left; empty for a number
     */
    record Split(int column, double gain, int bin, boolean missingLeft, long[] members) {

        boolean goesLeft(int of) {
            if (members.length > 0) {
                return (members[of >>> 6] >>> (of & 63) & 1) != 0;
            }
            return of == 0 ? missingLeft : of <= bin;
        }
    }

    SplitSearch(int outputs) {
        this.outputs = outputs;
        this.stride = outputs + 2;
        this.sums = new double[BinnedColumns.BINS * stride];
        this.total = new double[stride];
        this.side = new double[stride];
    }

    /** Counts the rows of a node into the bins of a column. */
    void count(byte[] bins, int[] rows, int from, int to, float[] weights, float[][] targets) {
        for (int index = 0; index < size; index++) {
            Arrays.fill(sums, present[index] * stride, (present[index] + 1) * stride, 0);
        }
        Arrays.fill(seen, 0);
        if (outputs == 1) {
            countOne(bins, rows, from, to, weights, targets[0]);
        } else {
            countAll(bins, rows, from, to, weights, targets);
        }
        size = 0;
        for (int word = 0; word < 4; word++) {
            for (long rest = seen[word]; rest != 0; rest &= rest - 1) {
                present[size++] = word * 64 + Long.numberOfTrailingZeros(rest);
            }
        }
        Arrays.fill(total, 0);
        for (int index = 0; index < size; index++) {
            int place = present[index] * stride;
            for (int kind = 0; kind < stride; kind++) {
                total[kind] += sums[place + kind];
            }
        }
    }

    private void countOne(byte[] bins, int[] rows, int from, int to, float[] weights, float[] target) {
        for (int place = from; place < to; place++) {
            int row = rows[place];
            int bin = bins[row] & 0xFF;
            seen[bin >>> 6] |= 1L << bin;
            double weight = weights[row];
            sums[bin * 3]++;
            sums[bin * 3 + 1] += weight;
            sums[bin * 3 + 2] += weight * target[row];
        }
    }

    private void countAll(byte[] bins, int[] rows, int from, int to, float[] weights, float[][] targets) {
        for (int place = from; place < to; place++) {
            int row = rows[place];
            int bin = bins[row] & 0xFF;
            seen[bin >>> 6] |= 1L << bin;
            int start = bin * stride;
            double weight = weights[row];
            sums[start]++;
            sums[start + 1] += weight;
            for (int output = 0; output < outputs; output++) {
                sums[start + 2 + output] += weight * targets[output][row];
            }
        }
    }

    /** Cuts a number: missing values go with either side. */
    Split number(int column, int leastRows) {
        boolean missing = size > 0 && present[0] == 0;
        Split best = NONE;
        for (int variant = 0; variant < (missing ? 2 : 1); variant++) {
            boolean missingLeft = variant == 1;
            Arrays.fill(side, 0);
            if (missingLeft) {
                take(0);
            }
            for (int index = missing ? 1 : 0; index < size; index++) {
                take(present[index]);
                boolean last = index == size - 1;
                if (last && (!missing || missingLeft)) {
                    break;
                }
                double gain = gain(leastRows);
                if (gain > best.gain()) {
                    best = new Split(column, gain, present[index], missingLeft, new long[0]);
                }
            }
        }
        if (best.column() >= 0 && !missing) {
            // A row that misses what no row missed goes where most rows went.
            boolean left = rowsUpTo(best.bin()) * 2 >= total[0];
            return new Split(column, best.gain(), best.bin(), left, new long[0]);
        }
        return best;
    }

    private double rowsUpTo(int bin) {
        double count = 0;
        for (int index = 0; index < size && present[index] <= bin; index++) {
            count += sums[present[index] * stride];
        }
        return count;
    }

    /** Cuts a category, its bins in the order of the mean of the most frequent output. */
    Split category(int column, int leastRows) {
        int output = 2;
        for (int kind = 3; kind < stride; kind++) {
            output = total[kind] > total[output] ? kind : output;
        }
        for (int index = 0; index < size; index++) {
            int place = present[index] * stride;
            keys[index] = sums[place + output] / sums[place + 1];
        }
        sortByKey();
        Arrays.fill(side, 0);
        double most = 0;
        int until = -1;
        for (int index = 0; index + 1 < size; index++) {
            take(present[index]);
            double gain = gain(leastRows);
            if (gain > most) {
                most = gain;
                until = index;
            }
        }
        if (until < 0) {
            return NONE;
        }
        long[] members = new long[4];
        for (int index = 0; index <= until; index++) {
            members[present[index] >>> 6] |= 1L << present[index];
        }
        return new Split(column, most, 0, false, members);
    }

    /** Few bins as a rule: insertion, stable. */
    private void sortByKey() {
        for (int index = 1; index < size; index++) {
            double key = keys[index];
            int bin = present[index];
            int place = index;
            while (place > 0 && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                present[place] = present[place - 1];
                place--;
            }
            keys[place] = key;
            present[place] = bin;
        }
    }

    private void take(int bin) {
        int place = bin * stride;
        for (int kind = 0; kind < stride; kind++) {
            side[kind] += sums[place + kind];
        }
    }

    /** Fall of the squared error over all outputs; 0 when a side has too few rows. */
    private double gain(int leastRows) {
        double otherRows = total[0] - side[0];
        double other = total[1] - side[1];
        if (side[0] < leastRows || otherRows < leastRows || !(side[1] > 0) || !(other > 0)) {
            return 0;
        }
        double gain = 0;
        for (int kind = 2; kind < stride; kind++) {
            double rest = total[kind] - side[kind];
            gain += side[kind] * side[kind] / side[1] + rest * rest / other - total[kind] * total[kind] / total[1];
        }
        // What rounding alone can leave behind is no gain.
        return gain > 1e-9 * total[1] * 1e-3 ? gain : 0;
    }
}
