package io.watertight.ml.regression;

/**
 * Products of centred columns and target, from which penalised and stepwise fits follow without another look at the rows. Columns are
 * standardised before, so that double precision suffices. Not thread-safe.
 */
final class Gram {

    private final int rows;
    private final double[] sums;
    private final double[][] products;

    private Gram(int rows, double[] sums, double[][] products) {
        this.rows = rows;
        this.sums = sums;
        this.products = products;
    }

    /** Of the rows that are marked; the target comes last. */
    static Gram of(double[][] columns, double[] target, boolean[] marked) {
        int size = columns.length + 1;
        int count = 0;
        for (boolean one : marked) {
            count += one ? 1 : 0;
        }
        double[][] packed = new double[size][count];
        double[] sums = new double[size];
        for (int column = 0; column < size; column++) {
            double[] from = column < columns.length ? columns[column] : target;
            int place = 0;
            for (int row = 0; row < marked.length; row++) {
                if (marked[row]) {
                    packed[column][place++] = from[row];
                    sums[column] += from[row];
                }
            }
        }
        double[][] products = new double[size][size];
        for (int left = 0; left < size; left++) {
            for (int right = left; right < size; right++) {
                double sum = 0;
                for (int row = 0; row < count; row++) {
                    sum = Math.fma(packed[left][row], packed[right][row], sum);
                }
                products[left][right] = sum;
                products[right][left] = sum;
            }
        }
        return new Gram(count, sums, products);
    }

    /** Of all rows but another's. */
    Gram without(Gram other) {
        int size = sums.length;
        double[] restSums = new double[size];
        double[][] rest = new double[size][size];
        for (int left = 0; left < size; left++) {
            restSums[left] = sums[left] - other.sums[left];
            for (int right = 0; right < size; right++) {
                rest[left][right] = products[left][right] - other.products[left][right];
            }
        }
        return new Gram(rows - other.rows, restSums, rest);
    }

    private double centred(int left, int right) {
        return products[left][right] - sums[left] * sums[right] / rows;
    }

    /** Intercept, which belongs to weights of the columns. */
    double intercept(double[] weights) {
        double value = sums[weights.length] / rows;
        for (int column = 0; column < weights.length; column++) {
            value -= weights[column] * sums[column] / rows;
        }
        return value;
    }

    /** Weights that minimise squared error plus the penalty, rows times it, on squared weights. */
    double[] ridge(double penalty) {
        int size = sums.length - 1;
        double[][] factor = new double[size][size];
        double[] weights = new double[size];
        for (int row = 0; row < size; row++) {
            double right = centred(row, size);
            for (int column = 0; column <= row; column++) {
                double sum = centred(row, column) + (row == column ? penalty * rows : 0);
                for (int before = 0; before < column; before++) {
                    sum = Math.fma(-factor[row][before], factor[column][before], sum);
                }
                factor[row][column] =
                        row == column ? Math.sqrt(Math.max(sum, 1e-12 * rows)) : sum / factor[column][column];
            }
            for (int before = 0; before < row; before++) {
                right = Math.fma(-factor[row][before], weights[before], right);
            }
            weights[row] = right / factor[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int below = row + 1; below < size; below++) {
                weights[row] = Math.fma(-factor[below][row], weights[below], weights[row]);
            }
            weights[row] /= factor[row][row];
        }
        return weights;
    }

    /** Weights of the columns that forward steps by Akaike's criterion choose, 0 for the others. */
    double[] forward() {
        int size = sums.length - 1;
        double[][] swept = new double[size + 1][size + 1];
        double[] start = new double[size];
        for (int left = 0; left <= size; left++) {
            for (int right = 0; right <= size; right++) {
                swept[left][right] = centred(left, right);
            }
            if (left < size) {
                start[left] = swept[left][left];
            }
        }
        boolean[] in = new boolean[size];
        int chosen = 0;
        while (chosen < size && chosen < rows - 2) {
            int best = -1;
            double gain = 0;
            for (int column = 0; column < size; column++) {
                // A column that the chosen ones explain has nothing left.
                if (!in[column] && swept[column][column] > 1e-9 * start[column]) {
                    double one = swept[column][size] * swept[column][size] / swept[column][column];
                    if (one > gain) {
                        gain = one;
                        best = column;
                    }
                }
            }
            double left = swept[size][size];
            if (best < 0 || left <= 0 || rows * Math.log(left / Math.max(left - gain, 1e-300)) <= 2) {
                break;
            }
            sweep(swept, best);
            in[best] = true;
            chosen++;
        }
        double[] weights = new double[size];
        for (int column = 0; column < size; column++) {
            weights[column] = in[column] ? swept[column][size] : 0;
        }
        return weights;
    }

    /** Goodnight, The American Statistician 33 (1979), 149-158. */
    private static void sweep(double[][] matrix, int pivot) {
        double diagonal = matrix[pivot][pivot];
        for (int row = 0; row < matrix.length; row++) {
            if (row != pivot) {
                double factor = matrix[row][pivot] / diagonal;
                for (int column = 0; column < matrix.length; column++) {
                    if (column != pivot) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                }
                matrix[row][pivot] = -factor;
            }
        }
        for (int column = 0; column < matrix.length; column++) {
            matrix[pivot][column] /= diagonal;
        }
        matrix[pivot][pivot] = 1 / diagonal;
    }

    /** Sum of squared errors of weights and intercept on these rows. */
    double squaredError(double[] weights, double intercept) {
        int size = weights.length;
        double error = products[size][size] - 2 * intercept * sums[size] + rows * intercept * intercept;
        for (int left = 0; left < size; left++) {
            error -= 2 * weights[left] * (products[left][size] - intercept * sums[left]);
            double row = 0;
            for (int right = 0; right < size; right++) {
                row = Math.fma(weights[right], products[left][right], row);
            }
            error += weights[left] * row;
        }
        return error;
    }
}
