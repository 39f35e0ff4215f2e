package io.watertight.ml.algorithm.linear;

/**
 * Solves symmetric positive definite systems in place of a lower triangle. A column that the columns before it explain (to about twelve
 * digits) gets a coefficient of 0, as R's {@code lm} does, so that redundant indicators do no harm. Not thread-safe.
 */
final class Cholesky {

    private static final double REDUNDANT = 1e-12;

    private final int size;
    private final double[] lower;
    private final boolean[] redundant;

    /** @param lower rows of {@code size} numbers of which the lower triangle counts; written over */
    Cholesky(double[] lower, int size) {
        this.size = size;
        this.lower = lower;
        this.redundant = new boolean[size];
        for (int row = 0; row < size; row++) {
            int start = row * size;
            double diagonal = lower[start + row];
            for (int column = 0; column < row; column++) {
                if (redundant[column]) {
                    lower[start + column] = 0;
                    continue;
                }
                double sum = lower[start + column] - dot(start, column * size, column);
                lower[start + column] = sum / lower[column * size + column];
            }
            double rest = diagonal - dot(start, start, row);
            redundant[row] = !(rest > REDUNDANT * diagonal);
            lower[start + row] = redundant[row] ? 1 : Math.sqrt(rest);
        }
    }

    private double dot(int left, int right, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int index = 0;
        for (; index + 3 < length; index += 4) {
            first += lower[left + index] * lower[right + index];
            second += lower[left + index + 1] * lower[right + index + 1];
            third += lower[left + index + 2] * lower[right + index + 2];
            fourth += lower[left + index + 3] * lower[right + index + 3];
        }
        for (; index < length; index++) {
            first += lower[left + index] * lower[right + index];
        }
        return first + second + (third + fourth);
    }

    /** The solution for one right-hand side; 0 for redundant columns. */
    double[] solve(double[] right) {
        double[] result = right.clone();
        for (int row = 0; row < size; row++) {
            if (redundant[row]) {
                result[row] = 0;
                continue;
            }
            double sum = result[row];
            for (int column = 0; column < row; column++) {
                sum -= lower[row * size + column] * result[column];
            }
            result[row] = sum / lower[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            if (redundant[row]) {
                continue;
            }
            result[row] /= lower[row * size + row];
            for (int column = 0; column < row; column++) {
                if (!redundant[column]) {
                    result[column] -= lower[row * size + column] * result[row];
                }
            }
        }
        return result;
    }

    int redundantColumns() {
        int count = 0;
        for (boolean one : redundant) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
