package io.watertight.checks.group;

import io.watertight.checks.support.RowHashes;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.numeric.Ranks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two columns that may name an entity only together, such as a hospital and the number of a patient in it.
 *
 * @param first one column
 * @param second the other
 * @param still other columns that stay the same for an entity, though not for either column alone; none where the target does
 *     not go with the pair
 * @param z how much more often rows of one entity have the same target than rows that share one column, in standard errors
 */
record PairOfColumns(String first, String second, List<String> still, double z) {

    /** Pairs of rows that are compared. */
    private static final int MOST_PAIRS = 3_000;

    private static final int FEWEST_PAIRS = 50;

    /** A column stays the same if so many pairs of rows of one entity agree in it. */
    private static final double STILL = 0.98;

    /** And it says something if no more pairs that share one of the two columns do. */
    private static final double MOVING = 0.6;

    /** The target must go with the pair by so many standard errors; else the other columns are not looked at. */
    static final double LEAST_Z = 6;

    /** Ranks of a numeric target that are this near count as the same. */
    private static final double NEAR = 0.1;

    PairOfColumns {
        still = List.copyOf(still);
    }

    /** What the rows say about two columns. */
    static PairOfColumns of(ColumnBatch sample, String first, String second, List<String> others, String target) {
        long[] left = RowHashes.ofColumn(sample, first);
        long[] right = RowHashes.ofColumn(sample, second);
        List<int[]> both = pairs(sum(left, right), new long[0]);
        List<int[]> one = pairs(left, right);
        List<int[]> other = pairs(right, left);
        if (both.size() < FEWEST_PAIRS || one.size() < FEWEST_PAIRS || other.size() < FEWEST_PAIRS) {
            return new PairOfColumns(first, second, List.of(), 0);
        }
        long[] answers = answers(sample, target);
        double apart = Math.max(agreement(answers, one), agreement(answers, other));
        double z = (agreement(answers, both) - apart)
                / Math.sqrt(Math.max(1e-6, apart * (1 - apart)) * (1.0 / both.size() + 1.0 / one.size()));
        if (z < LEAST_Z) {
            return new PairOfColumns(first, second, List.of(), z);
        }
        List<String> still = new ArrayList<>();
        for (String column : others) {
            long[] hashes = RowHashes.ofColumn(sample, column);
            if (agreement(hashes, both) >= STILL
                    && agreement(hashes, one) <= MOVING
                    && agreement(hashes, other) <= MOVING) {
                still.add(column);
            }
        }
        return new PairOfColumns(first, second, still, z);
    }

    static long[] sum(long[] left, long[] right) {
        long[] sum = new long[left.length];
        for (int row = 0; row < sum.length; row++) {
            sum[row] = left[row] + right[row];
        }
        return sum;
    }

    /** Classes as they are; numbers by their place among ten of equal count. */
    private static long[] answers(ColumnBatch sample, String target) {
        Vector vector = sample.column(target);
        if (!(vector instanceof NumberVector numbers) || distinct(numbers) <= 1 / NEAR) {
            return RowHashes.ofColumn(sample, target);
        }
        double[] ranks = Ranks.of(numbers.values());
        long[] tenths = new long[ranks.length];
        for (int row = 0; row < tenths.length; row++) {
            tenths[row] = Double.isNaN(ranks[row]) ? -1 : (long) (ranks[row] / (NEAR * ranks.length));
        }
        return tenths;
    }

    private static long distinct(NumberVector numbers) {
        return java.util.Arrays.stream(numbers.values()).distinct().limit(20).count();
    }

    /** Pairs of rows with equal hashes, each row with the one before it; those that agree in the column to leave out are left out. */
    private static List<int[]> pairs(long[] hashes, long[] leftOut) {
        Map<Long, Integer> last = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int row = 0; row < hashes.length && pairs.size() < MOST_PAIRS; row++) {
            Integer before = last.put(hashes[row], row);
            if (before != null && (leftOut.length == 0 || leftOut[before] != leftOut[row])) {
                pairs.add(new int[] {before, row});
            }
        }
        return pairs;
    }

    private static double agreement(long[] hashes, List<int[]> pairs) {
        long equal = pairs.stream()
                .filter(pair -> hashes[pair[0]] == hashes[pair[1]])
                .count();
        return (double) equal / pairs.size();
    }
}
