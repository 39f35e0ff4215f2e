package io.watertight.checks.target;

import io.watertight.checks.support.Levels;
import java.util.Optional;

/**
 * Groups of rows with one value each, and what the target sums up to in them.
 *
 * @param rows rows of each group
 * @param sums sums of the target
 * @param squares sums of its squares
 * @param values the value of the group's rows
 */
record EncodedGroups(double[] rows, double[] sums, double[] squares, double[] values) {

    private static final int FEWEST_GROUPS = 4;

    /** Rows that may differ from their group's value. */
    private static final double STRAYS = 0.01;

    /**
     * Groups by level.
     *
     * @param numbers a value a row, NaN where missing
     * @param target a number a row, NaN for rows that do not count
     * @return empty if the value is not that of the group in nearly all rows, or there are few groups
     */
    static Optional<EncodedGroups> of(Levels levels, double[] numbers, double[] target) {
        int count = levels.count();
        EncodedGroups groups =
                new EncodedGroups(new double[count], new double[count], new double[count], new double[count]);
        long strays = 0;
        long used = 0;
        for (int row = 0; row < numbers.length; row++) {
            int group = levels.codes()[row];
            if (group < 0 || Double.isNaN(numbers[row]) || Double.isNaN(target[row])) {
                continue;
            }
            if (groups.rows[group]++ == 0) {
                groups.values[group] = numbers[row];
            }
            used++;
            strays += groups.values[group] == numbers[row] ? 0 : 1;
            groups.sums[group] += target[row];
            groups.squares[group] += target[row] * target[row];
            if (strays > 5 + STRAYS * numbers.length) {
                return Optional.empty();
            }
        }
        return strays > STRAYS * used || count < FEWEST_GROUPS ? Optional.empty() : Optional.of(groups);
    }

    int count() {
        return rows.length;
    }

    double allRows() {
        double total = 0;
        for (double one : rows) {
            total += one;
        }
        return total;
    }

    /** The mean of the target over all groups. */
    double prior() {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total / Math.max(1, allRows());
    }

    double mean(int group) {
        return sums[group] / rows[group];
    }

    /** The variance of the target within a group, divided by its rows. */
    double variance(int group) {
        return Math.max(0, squares[group] / rows[group] - mean(group) * mean(group));
    }

    /** The same over all groups. */
    double totalVariance() {
        double total = 0;
        for (double square : squares) {
            total += square;
        }
        double prior = prior();
        return total / Math.max(1, allRows()) - prior * prior;
    }
}
