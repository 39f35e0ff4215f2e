package io.watertight.checks.support;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a sample as 64-bit hashes that add up over columns, so that leaving a column out is a subtraction. Two different rows
 * share a hash with a chance of 2^-64: good for proposals, while the exact count over all rows compares values.
 */
public final class RowHashes {

    private RowHashes() {}

    /** One hash a row over these columns; a missing value equals a missing value. */
    public static long[] of(ColumnBatch batch, List<String> columns) {
        long[] sum = new long[batch.rows()];
        for (String column : columns) {
            long[] part = ofColumn(batch, column);
            for (int row = 0; row < sum.length; row++) {
                sum[row] += part[row];
            }
        }
        return sum;
    }

    /** One hash a row over one column. Depends on the column's name, so that equal values of two columns do not cancel. */
    public static long[] ofColumn(ColumnBatch batch, String column) {
        long seed = mix(column.hashCode());
        Vector vector = batch.column(column);
        long[] result = new long[batch.rows()];
        if (vector instanceof NumberVector numbers) {
            double[] values = numbers.values();
            for (int row = 0; row < result.length; row++) {
                result[row] = mix(seed ^ Double.doubleToLongBits(values[row] + 0.0));
            }
        } else {
            int[] codes = ((CodeVector) vector).codes();
            for (int row = 0; row < result.length; row++) {
                result[row] = mix(seed ^ codes[row]);
            }
        }
        return result;
    }

    /** Takes one column's part out of the hashes. */
    public static long[] without(long[] hashes, long[] column) {
        long[] result = new long[hashes.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = hashes[row] - column[row];
        }
        return result;
    }

    /** Pairs of rows with equal hashes. */
    public static double pairs(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        int start = 0;
        for (int row = 1; row <= sorted.length; row++) {
            if (row == sorted.length || sorted[row] != sorted[start]) {
                double size = row - start;
                pairs += size * (size - 1) / 2;
                start = row;
            }
        }
        return pairs;
    }

    /** Pairs of a training and a test row with equal hashes. */
    public static double pairsAcross(long[] hashes, ColumnBatch batch) {
        long[] train = sorted(hashes, batch, Part.TRAIN);
        long[] test = sorted(hashes, batch, Part.TEST);
        double pairs = 0;
        int left = 0;
        int right = 0;
        while (left < train.length && right < test.length) {
            if (train[left] < test[right]) {
                left++;
            } else if (train[left] > test[right]) {
                right++;
            } else {
                int leftEnd = runEnd(train, left);
                int rightEnd = runEnd(test, right);
                pairs += (double) (leftEnd - left) * (rightEnd - right);
                left = leftEnd;
                right = rightEnd;
            }
        }
        return pairs;
    }

    private static long[] sorted(long[] hashes, ColumnBatch batch, Part part) {
        long[] result = new long[hashes.length];
        int count = 0;
        for (int row = 0; row < hashes.length; row++) {
            if (batch.part(row) == part) {
                result[count++] = hashes[row];
            }
        }
        long[] trimmed = Arrays.copyOf(result, count);
        Arrays.sort(trimmed);
        return trimmed;
    }

    private static int runEnd(long[] sorted, int start) {
        int end = start;
        while (end < sorted.length && sorted[end] == sorted[start]) {
            end++;
        }
        return end;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
