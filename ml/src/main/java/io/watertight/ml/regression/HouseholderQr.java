package io.watertight.ml.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A = Q R by Householder's reflections in double precision, columns taken in their order. A column that the columns before it
 * explain, up to rounding, is set aside as aliased and named, as R's {@code lm} does, instead of turning into noise. Golub and
 * Van Loan, Matrix Computations, 4th ed., algorithm 5.2.1. Not thread-safe.
 */
final class HouseholderQr {

    /**
     * A column counts as explained when less than this share of its length is left. Rounding leaves about 1e-15; the hardest
     * certified problem (Filippelli's polynomial of degree ten) leaves more than 1e-10.
     */
    static final double TOLERANCE = 1e-12;

    /**
     * A column that the kept ones explain.
     *
     * @param column index of the column
     * @param head its coordinates in the kept columns' basis Q
     */
    record Explained(int column, double[] head) {}

    private final int rows;
    private final List<Integer> kept = new ArrayList<>();
    private final List<Explained> explained = new ArrayList<>();
    private final List<double[]> reflectors = new ArrayList<>();
    private final List<double[]> triangle = new ArrayList<>();

    /** @param columns each scaled so that its largest value is about 1 */
    HouseholderQr(double[][] columns) {
        rows = columns.length == 0 ? 0 : columns[0].length;
        for (int column = 0; column < columns.length; column++) {
            eliminate(column, columns[column].clone());
        }
    }

    private void eliminate(int column, double[] work) {
        double length = norm(work, 0);
        forward(work);
        int step = kept.size();
        double rest = step < rows ? norm(work, step) : 0;
        double[] head = Arrays.copyOf(work, step + 1 > rows ? step : step + 1);
        if (rest <= TOLERANCE * length) {
            explained.add(new Explained(column, Arrays.copyOf(head, step)));
            return;
        }
        double diagonal = work[step] > 0 ? -rest : rest;
        head[step] = diagonal;
        Arrays.fill(work, 0, step, 0);
        work[step] -= diagonal;
        double scale = Math.sqrt(2) / norm(work, step);
        for (int row = step; row < rows; row++) {
            work[row] *= scale;
        }
        reflectors.add(work);
        triangle.add(head);
        kept.add(column);
    }

    private static double norm(double[] values, int from) {
        double sum = 0;
        for (int row = from; row < values.length; row++) {
            sum = Math.fma(values[row], values[row], sum);
        }
        return Math.sqrt(sum);
    }

    int rank() {
        return kept.size();
    }

    /** Indices of the kept columns, ascending. */
    List<Integer> kept() {
        return kept;
    }

    List<Explained> explained() {
        return explained;
    }

    /** An element of R, upper triangular. */
    double r(int row, int column) {
        return triangle.get(column)[row];
    }

    /** Turns a vector into Q' times it. */
    void forward(double[] vector) {
        for (int step = 0; step < reflectors.size(); step++) {
            reflect(step, vector);
        }
    }

    /** Turns a vector into Q times it. */
    void backward(double[] vector) {
        for (int step = reflectors.size() - 1; step >= 0; step--) {
            reflect(step, vector);
        }
    }

    private void reflect(int step, double[] vector) {
        double[] reflector = reflectors.get(step);
        double dot = 0;
        for (int row = step; row < rows; row++) {
            dot = Math.fma(reflector[row], vector[row], dot);
        }
        for (int row = step; row < rows; row++) {
            vector[row] = Math.fma(-dot, reflector[row], vector[row]);
        }
    }

    /** Solves R x = right, in place. */
    void solve(double[] right) {
        for (int column = right.length - 1; column >= 0; column--) {
            double[] head = triangle.get(column);
            right[column] /= head[column];
            for (int row = 0; row < column; row++) {
                right[row] = Math.fma(-head[row], right[column], right[row]);
            }
        }
    }

    /** Solves R' x = right, in place. */
    void solveTransposed(double[] right) {
        for (int row = 0; row < right.length; row++) {
            double[] head = triangle.get(row);
            double sum = right[row];
            for (int before = 0; before < row; before++) {
                sum = Math.fma(-head[before], right[before], sum);
            }
            right[row] = sum / head[row];
        }
    }

    /** The first columns of Q, one array a column: an orthonormal basis of what the kept columns span. */
    double[][] basis() {
        double[][] basis = new double[rank()][rows];
        for (int column = 0; column < basis.length; column++) {
            basis[column][column] = 1;
            backward(basis[column]);
        }
        return basis;
    }
}
