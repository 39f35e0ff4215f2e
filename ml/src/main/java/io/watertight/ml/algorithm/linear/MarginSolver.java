package io.watertight.ml.algorithm.linear;

/** Minimises the mean loss of two classes plus penalties by (proximal) Newton steps with a line search. Not thread-safe. */
final class MarginSolver {

    private static final int MOST_STEPS = 200;

    /** Steps converge quadratically: once a step promises less than this, what is left after it is far less. */
    private static final double DONE = 1e-9;

    private final Design design;
    private final MarginLoss loss;
    private final double[] truth;
    private final double[] shares;
    private final Penalties penalties;
    private final double[] at;
    private double[] sums;

    /**
     * A problem.
     *
     * @param truth 0 or 1 by row
     * @param shares weights that add up to 1
     */
    MarginSolver(Design design, MarginLoss loss, double[] truth, double[] shares, Penalties penalties) {
        this.design = design;
        this.loss = loss;
        this.truth = truth;
        this.shares = shares;
        this.penalties = penalties;
        this.at = new double[design.width()];
        this.sums = new double[design.rows()];
    }

    /** Inner coefficients at the minimum. */
    double[] solve() {
        int rows = design.rows();
        double[] curves = new double[rows];
        double[] slopes = new double[rows];
        double value = loss(sums) + penalties.of(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            design.workers().each((rows + 4095) / 4096, slice -> {
                for (int row = slice * 4096; row < Math.min(rows, (slice + 1) * 4096); row++) {
                    slopes[row] = shares[row] * loss.slope(sums[row], truth[row]);
                    curves[row] = shares[row] * Math.max(loss.curve(sums[row], truth[row]), 1e-12);
                }
            });
            double[] gradient = design.transposedTimes(slopes);
            for (int column = 0; column < gradient.length; column++) {
                gradient[column] += penalties.squared()[column] * at[column];
            }
            double[] direction = penalties.sparse() ? sparseStep(gradient, curves) : step(gradient, curves);
            double promise = Products.dot(gradient, direction)
                    + penalties.absoluteOf(moved(direction, 1))
                    - penalties.absoluteOf(at);
            if (!(promise < 0)) {
                break;
            }
            double next = search(direction, promise, value);
            boolean stuck = !(next < value);
            value = Math.min(value, next);
            if (-promise < DONE || stuck) {
                break;
            }
        }
        return at;
    }

    private double[] moved(double[] direction, double length) {
        double[] result = at.clone();
        Products.add(length, direction, 0, result, 0, result.length);
        return result;
    }

    /** Halves the step until the objective falls enough, and takes it; the objective there. */
    private double search(double[] direction, double promise, double value) {
        double[] change = design.times(direction);
        double length = 1;
        for (int halving = 0; halving < 40; halving++) {
            double[] trial = sums.clone();
            Products.add(length, change, 0, trial, 0, trial.length);
            double[] there = moved(direction, length);
            double next = loss(trial) + penalties.of(there);
            if (next <= value + 1e-4 * length * promise) {
                System.arraycopy(there, 0, at, 0, at.length);
                sums = trial;
                return next;
            }
            length /= 2;
        }
        return value;
    }

    private double loss(double[] of) {
        return design.sum(row -> shares[row] * loss.of(of[row], truth[row]));
    }

    private double[] step(double[] gradient, double[] curves) {
        int width = design.width();
        double[] downhill = new double[width];
        for (int column = 0; column < width; column++) {
            downhill[column] = -gradient[column];
        }
        if (width <= Quadratic.MOST_AT_ONCE) {
            double[] lower = design.gram(curves);
            for (int column = 0; column < width; column++) {
                lower[column * width + column] += penalties.squared()[column];
            }
            return new Cholesky(lower, width).solve(downhill);
        }
        double[] diagonal = design.squares(curves);
        for (int column = 0; column < width; column++) {
            diagonal[column] = Math.max(diagonal[column] + penalties.squared()[column], 1e-12);
        }
        double size = Math.sqrt(Products.dot(gradient, gradient));
        return ConjugateGradient.solve(
                direction -> {
                    double[] product = design.times(direction);
                    for (int row = 0; row < product.length; row++) {
                        product[row] *= curves[row];
                    }
                    double[] image = design.transposedTimes(product);
                    for (int column = 0; column < image.length; column++) {
                        image[column] += penalties.squared()[column] * direction[column];
                    }
                    return image;
                },
                downhill,
                diagonal,
                Math.max(1e-6, Math.min(0.1, Math.sqrt(size) / 10)),
                500);
    }

    private double[] sparseStep(double[] gradient, double[] curves) {
        Quadratic quadratic = new Quadratic(design, curves);
        double[] product = design.times(at);
        for (int row = 0; row < product.length; row++) {
            product[row] *= curves[row];
        }
        double[] linear = design.transposedTimes(product);
        for (int column = 0; column < linear.length; column++) {
            linear[column] += penalties.squared()[column] * at[column] - gradient[column];
        }
        double[] direction = at.clone();
        quadratic.minimise(linear, penalties.absolute(), penalties.squared(), direction, 1);
        Products.add(-1, at, 0, direction, 0, direction.length);
        return direction;
    }
}
