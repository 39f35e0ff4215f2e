package io.watertight.checks.support;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A linear fit of one number to up to three others that rows of another kind do not spoil: the half of the rows that fits best
 * is fitted again (the concentration step of Rousseeuw and Van Driessen's least trimmed squares, Technometrics 1999).
 *
 * @param weights of the columns
 * @param intercept the rest
 */
public record LinearFit(double[] weights, double intercept) {

    private static final int STEPS = 4;

    private static final int FEWEST_ROWS = 30;

    /** The fit over rows where all is there; empty when there are fewer than 30 of them or the columns depend on one another. */
    public static Optional<LinearFit> of(List<double[]> columns, double[] target) {
        int[] rows = IntStream.range(0, target.length)
                .filter(row -> !Double.isNaN(target[row]) && columns.stream().noneMatch(one -> Double.isNaN(one[row])))
                .toArray();
        if (rows.length < FEWEST_ROWS) {
            return Optional.empty();
        }
        Optional<LinearFit> fit = leastSquares(columns, target, rows);
        for (int step = 0; step < STEPS && fit.isPresent(); step++) {
            LinearFit current = fit.get();
            double[] residuals = IntStream.of(rows)
                    .mapToDouble(row -> Math.abs(target[row] - current.at(columns, row)))
                    .toArray();
            double median = Arrays.stream(residuals).sorted().toArray()[rows.length / 2];
            int[] half = IntStream.range(0, rows.length)
                    .filter(index -> residuals[index] <= median)
                    .map(index -> rows[index])
                    .toArray();
            fit = leastSquares(columns, target, half);
        }
        return fit;
    }

    private double at(List<double[]> columns, int row) {
        double value = intercept;
        for (int index = 0; index < weights.length; index++) {
            value += weights[index] * columns.get(index)[row];
        }
        return value;
    }

    /** The share of the rows where all is there that the fit misses by more than this. */
    public double missed(List<double[]> columns, double[] target, double tolerance) {
        return IntStream.range(0, target.length)
                .mapToDouble(row -> Math.abs(target[row] - at(columns, row)))
                .filter(residual -> !Double.isNaN(residual))
                .map(residual -> residual > tolerance ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static Optional<LinearFit> leastSquares(List<double[]> columns, double[] target, int[] rows) {
        int size = columns.size();
        double[] means = columns.stream().mapToDouble(one -> mean(one, rows)).toArray();
        double goal = mean(target, rows);
        double[][] system = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int row : rows) {
                double value = columns.get(i)[row] - means[i];
                for (int j = 0; j < size; j++) {
                    system[i][j] += value * (columns.get(j)[row] - means[j]);
                }
                system[i][size] += value * (target[row] - goal);
            }
        }
        if (!solve(system)) {
            return Optional.empty();
        }
        double[] weights = new double[size];
        double intercept = goal;
        for (int i = 0; i < size; i++) {
            weights[i] = system[i][size];
            intercept -= weights[i] * means[i];
        }
        return Optional.of(new LinearFit(weights, intercept));
    }

    private static double mean(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).average().orElse(0);
    }

    /** Gauss and Jordan; the system is positive definite, so no pivoting; the solution ends up in the last column. */
    private static boolean solve(double[][] system) {
        int size = system.length;
        double[] scale = IntStream.range(0, size).mapToDouble(i -> system[i][i]).toArray();
        for (int at = 0; at < size; at++) {
            if (!(system[at][at] > 1e-12 * scale[at])) {
                return false;
            }
            for (int other = 0; other < size; other++) {
                double factor = other == at ? 0 : system[other][at] / system[at][at];
                for (int cell = at; cell <= size; cell++) {
                    system[other][cell] -= factor * system[at][cell];
                }
            }
        }
        for (int at = 0; at < size; at++) {
            system[at][size] /= system[at][at];
        }
        return true;
    }

    /** The fit with whole numbers and fractions of one in the place of numbers that are within half a percent of them. */
    public LinearFit rounded(double targetScale) {
        double near = Math.abs(intercept) < 0.01 * targetScale ? 0 : LinearFit.near(intercept);
        return new LinearFit(Arrays.stream(weights).map(LinearFit::near).toArray(), near);
    }

    /** The whole number, or one divided by one, within half a percent; else the number itself. */
    public static double near(double number) {
        double whole = Math.rint(number);
        double part = number == 0 ? 0 : 1 / Math.rint(1 / number);
        if (whole != 0 && Math.abs(whole - number) <= 0.005 * Math.abs(number)) {
            return whole;
        }
        return Double.isFinite(part) && Math.abs(part - number) <= 0.005 * Math.abs(number) ? part : number;
    }
}
