package io.watertight.core.split;

import io.watertight.core.data.RowHash;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Deals whole groups to bins so that sizes and classes come out even: large groups first, each to the bin where it adds least to the
 * sum of squared shares of the classes (greedy; the balance of any two bins of equal share is off by the largest group at most when
 * there is one class). Groups within a factor of two in size come in an order that depends on the seed, so that repeats differ.
 * Immutable and thread-safe.
 *
 * @param keys number of each group, by {@link KeyHash}
 * @param first smallest row id of each group: settles the order of groups that share a number
 * @param counts rows by group and class, groups x classes in one array
 * @param classes at least 1
 */
public record Balance(long[] keys, long[] first, int[] counts, int classes) {

    /**
     * The bin of each group.
     *
     * @param shares wanted share of each bin
     * @param seed of this repeat
     */
    public int[] deal(double[] shares, long seed) {
        int groups = keys.length;
        double[] totals = new double[classes];
        int[] sizes = new int[groups];
        for (int group = 0; group < groups; group++) {
            for (int of = 0; of < classes; of++) {
                totals[of] += counts[group * classes + of];
                sizes[group] += counts[group * classes + of];
            }
        }
        double[] filled = new double[shares.length * classes];
        int[] bins = new int[groups];
        for (int group : order(sizes, seed)) {
            int best = bestBin(group, shares, totals, filled);
            bins[group] = best;
            for (int of = 0; of < classes; of++) {
                filled[best * classes + of] += counts[group * classes + of];
            }
        }
        return leaveNoneEmpty(bins, sizes, shares.length);
    }

    private int bestBin(int group, double[] shares, double[] totals, double[] filled) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double leastRows = Double.POSITIVE_INFINITY;
        for (int bin = 0; bin < shares.length; bin++) {
            double cost = 0;
            double rows = 0;
            for (int of = 0; of < classes; of++) {
                double added = counts[group * classes + of];
                double there = filled[bin * classes + of];
                rows += there / shares[bin];
                if (added > 0) {
                    cost += (2 * there + added) * added / (totals[of] * totals[of] * shares[bin]);
                }
            }
            if (cost < least || (cost == least && rows < leastRows)) {
                best = bin;
                least = cost;
                leastRows = rows;
            }
        }
        return best;
    }

    private int[] order(int[] sizes, long seed) {
        Integer[] order = new Integer[sizes.length];
        Arrays.setAll(order, group -> group);
        long[] hashes = Arrays.stream(keys).map(key -> RowHash.of(key, seed)).toArray();
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(group -> Integer.numberOfLeadingZeros(sizes[group]))
                        .thenComparingLong(group -> hashes[group])
                        .thenComparingLong(group -> keys[group])
                        .thenComparingLong(group -> first[group]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** A bin of a small share may have been too dear for every group: the smallest group of the fullest bin moves there. */
    private int[] leaveNoneEmpty(int[] bins, int[] sizes, int number) {
        int[] groupsIn = new int[number];
        long[] rowsIn = new long[number];
        for (int group = 0; group < bins.length; group++) {
            groupsIn[bins[group]]++;
            rowsIn[bins[group]] += sizes[group];
        }
        for (int bin = 0; bin < number && bins.length >= number; bin++) {
            if (groupsIn[bin] > 0) {
                continue;
            }
            int from = -1;
            for (int other = 0; other < number; other++) {
                if (groupsIn[other] > 1 && (from < 0 || rowsIn[other] > rowsIn[from])) {
                    from = other;
                }
            }
            int moved = -1;
            for (int group = 0; group < bins.length; group++) {
                if (bins[group] == from && (moved < 0 || isSmaller(group, moved, sizes))) {
                    moved = group;
                }
            }
            bins[moved] = bin;
            groupsIn[from]--;
            groupsIn[bin]++;
        }
        return bins;
    }

    private boolean isSmaller(int group, int than, int[] sizes) {
        if (sizes[group] != sizes[than]) {
            return sizes[group] < sizes[than];
        }
        return keys[group] != keys[than] ? keys[group] < keys[than] : first[group] < first[than];
    }
}
