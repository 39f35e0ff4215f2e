package io.watertight.ml.algorithm.tree;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows one tree by the largest fall of the squared error of its outputs, which for indicators of classes is the Gini index (Breiman and
 * others, 1984). Categories are ordered by their mean of one output before they are cut (Fisher, 1958), which is optimal for one output.
 * Not thread-safe.
 */
final class Grower {

    private final byte[][] bins;
    private final BinnedColumns columns;
    private final float[][] targets;
    private final TreeSettings settings;
    private final SplittableRandom random;
    private final int[] rows;
    private final float[] weights;
    private final int[] spareRows;
    private final double[] gain;
    private final int[] order;
    private final SplitSearch search;

    private int nodes;
    private int[] column;
    private byte[] bin;
    private int[] set;
    private boolean[] missingLeft;
    private int[] left;
    private final float[][] value;
    private long[] members = new long[16];
    private int memberCount;

    /**
     * Prepares to grow.
     *
     * @param targets by output and row
     * @param counts how often each row is in the tree's sample, times its weight; rows of 0 are out
     */
    Grower(
            BinnedColumns columns,
            byte[][] bins,
            float[][] targets,
            float[] counts,
            TreeSettings settings,
            SplittableRandom random) {
        this.columns = columns;
        this.bins = bins;
        this.targets = targets;
        this.settings = settings;
        this.random = random;
        int size = 0;
        for (float count : counts) {
            size += count > 0 ? 1 : 0;
        }
        this.rows = new int[size];
        int next = 0;
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] > 0) {
                rows[next++] = row;
            }
        }
        this.weights = counts;
        this.spareRows = new int[size];
        this.gain = new double[columns.count()];
        this.order = new int[columns.count()];
        Arrays.setAll(order, index -> index);
        this.search = new SplitSearch(targets.length);
        this.column = new int[64];
        this.bin = new byte[64];
        this.set = new int[64];
        this.missingLeft = new boolean[64];
        this.left = new int[64];
        this.value = new float[targets.length][64];
    }

    /** How much each column made the error fall, once grown. */
    double[] gain() {
        return gain;
    }

    Tree grow() {
        node();
        grow(0, 0, rows.length, 0);
        return new Tree(
                Arrays.copyOf(column, nodes),
                Arrays.copyOf(bin, nodes),
                Arrays.copyOf(set, nodes),
                Arrays.copyOf(missingLeft, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(members, memberCount),
                Arrays.stream(value).map(values -> Arrays.copyOf(values, nodes)).toArray(float[][]::new));
    }

    private int node() {
        if (nodes == column.length) {
            int larger = nodes * 2;
            column = Arrays.copyOf(column, larger);
            bin = Arrays.copyOf(bin, larger);
            set = Arrays.copyOf(set, larger);
            missingLeft = Arrays.copyOf(missingLeft, larger);
            left = Arrays.copyOf(left, larger);
            for (int output = 0; output < value.length; output++) {
                value[output] = Arrays.copyOf(value[output], larger);
            }
        }
        return nodes++;
    }

    private void grow(int node, int from, int to, int depth) {
        boolean pure = describe(node, from, to);
        column[node] = -1;
        set[node] = -1;
        if (pure || depth == settings.depth() || to - from < 2 * settings.leastRows()) {
            return;
        }
        SplitSearch.Split best = bestSplit(from, to);
        if (best.column() < 0) {
            return;
        }
        gain[best.column()] += best.gain();
        column[node] = best.column();
        bin[node] = (byte) best.bin();
        missingLeft[node] = best.missingLeft();
        if (best.members().length > 0) {
            set[node] = memberCount;
            if (memberCount + 4 > members.length) {
                members = Arrays.copyOf(members, members.length * 2);
            }
            System.arraycopy(best.members(), 0, members, memberCount, 4);
            memberCount += 4;
        }
        int middle = part(best, from, to);
        int child = node();
        node();
        left[node] = child;
        grow(child, from, middle, depth + 1);
        grow(child + 1, middle, to, depth + 1);
    }

    /** Enters the node's means; whether all its rows agree. */
    private boolean describe(int node, int from, int to) {
        boolean pure = true;
        double total = 0;
        for (int place = from; place < to; place++) {
            total += weights[rows[place]];
        }
        for (int output = 0; output < targets.length; output++) {
            float[] target = targets[output];
            float first = target[rows[from]];
            double sum = 0;
            for (int place = from; place < to; place++) {
                int row = rows[place];
                sum += (double) weights[row] * target[row];
                pure &= target[row] == first;
            }
            value[output][node] = (float) (sum / total);
        }
        return pure;
    }

    /** Looks at columns in a random order until enough of them could be split; one is looked for as long as there are any. */
    private SplitSearch.Split bestSplit(int from, int to) {
        int wanted = settings.chosen(order.length);
        SplitSearch.Split best = SplitSearch.NONE;
        for (int looked = 0; looked < order.length && (looked < wanted || best.column() < 0); looked++) {
            if (wanted < order.length) {
                int other = looked + random.nextInt(order.length - looked);
                int swap = order[looked];
                order[looked] = order[other];
                order[other] = swap;
            }
            int candidate = order[looked];
            search.count(bins[candidate], rows, from, to, weights, targets);
            SplitSearch.Split split = columns.source(candidate).isCategory()
                    ? search.category(candidate, settings.leastRows())
                    : search.number(candidate, settings.leastRows());
            if (split.column() >= 0 && split.gain() > best.gain()) {
                best = split;
            }
        }
        return best;
    }

    /** Rows that go left come first, in their order. */
    private int part(SplitSearch.Split split, int from, int to) {
        byte[] here = bins[split.column()];
        int next = from;
        int spare = 0;
        for (int place = from; place < to; place++) {
            int row = rows[place];
            if (split.goesLeft(here[row] & 0xFF)) {
                rows[next++] = row;
            } else {
                spareRows[spare++] = row;
            }
        }
        System.arraycopy(spareRows, 0, rows, next, spare);
        return next;
    }
}
