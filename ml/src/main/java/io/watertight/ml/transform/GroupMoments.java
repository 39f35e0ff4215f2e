package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.Arrays;

/**
 * Count, sum and sum of squares of each single column within groups of rows, in one pass over each block: indicators and sparse columns
 * cost what is set in them, whatever their number. Missing numbers are left out. Categories count nothing.
 *
 * @param counts columns x groups
 * @param sums columns x groups; numbers are counted from their column's mean, so that squares keep their digits
 * @param squares columns x groups
 */
record GroupMoments(double[][] counts, double[][] sums, double[][] squares) {

    /**
     * Adds rows up.
     *
     * @param groups of each row, from 0
     */
    static GroupMoments of(Features features, int[] groups, int groupCount) {
        int width = features.width();
        GroupMoments moments = new GroupMoments(
                new double[width][groupCount], new double[width][groupCount], new double[width][groupCount]);
        double[] rows = new double[groupCount];
        for (int group : groups) {
            rows[group]++;
        }
        int offset = 0;
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock numbers) {
                moments.addNumbers(numbers.values(), groups, offset);
            } else if (block instanceof IndicatorBlock indicators) {
                moments.fillCounts(offset, block.width(), rows);
                for (int row = 0; row < groups.length; row++) {
                    if (indicators.codes()[row] >= 0) {
                        moments.add(offset + indicators.codes()[row], groups[row], 1);
                    }
                }
            } else if (block instanceof SparseBlock sparse) {
                moments.fillCounts(offset, block.width(), rows);
                for (int row = 0; row < groups.length; row++) {
                    for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                        moments.add(offset + sparse.columns()[entry], groups[row], sparse.values()[entry]);
                    }
                }
            }
            offset += block.width();
        }
        return moments;
    }

    private void addNumbers(double[] values, int[] groups, int column) {
        double mean = Numbers.mean(values);
        for (int row = 0; row < values.length; row++) {
            if (Double.isFinite(values[row])) {
                counts[column][groups[row]]++;
                add(column, groups[row], values[row] - mean);
            }
        }
    }

    private void fillCounts(int offset, int columns, double[] rows) {
        for (int column = offset; column < offset + columns; column++) {
            System.arraycopy(rows, 0, counts[column], 0, rows.length);
        }
    }

    private void add(int column, int group, double value) {
        sums[column][group] += value;
        squares[column][group] += value * value;
    }

    /** The variance of a column over all groups, divided by the number of values. */
    double variance(int column) {
        double count = Arrays.stream(counts[column]).sum();
        double mean = Arrays.stream(sums[column]).sum() / count;
        return Math.max(0, Arrays.stream(squares[column]).sum() / count - mean * mean);
    }

    /** Fisher's F of one-way analysis of variance; NaN when a column does not vary. */
    double fStatistic(int column) {
        double count = 0;
        double sum = 0;
        double square = 0;
        double between = 0;
        int groups = 0;
        for (int group = 0; group < counts[column].length; group++) {
            if (counts[column][group] > 0) {
                groups++;
                count += counts[column][group];
                sum += sums[column][group];
                square += squares[column][group];
                between += sums[column][group] * sums[column][group] / counts[column][group];
            }
        }
        double correction = sum * sum / count;
        double total = square - correction;
        double explained = between - correction;
        if (!(total > 0) || groups < 2) {
            return Double.NaN;
        }
        return explained / (groups - 1) / (Math.max(0, total - explained) / (count - groups));
    }
}
