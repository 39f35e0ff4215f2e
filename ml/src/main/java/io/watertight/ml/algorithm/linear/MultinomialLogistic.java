package io.watertight.ml.algorithm.linear;

import io.watertight.ml.data.Response;

/** Minimises the mean log loss of several classes plus penalties. Not thread-safe. */
final class MultinomialLogistic {

    private static final int MOST_STEPS = 300;
    private static final double DONE = 1e-12;

    private final Design design;
    private final Response.Classes truth;
    private final double[] shares;
    private final Penalties penalties;
    private final int classes;
    private final int width;
    private final double[][] at;
    private double[][] sums;

    /** @param shares weights that add up to 1 */
    MultinomialLogistic(Design design, Response.Classes truth, double[] shares, Penalties penalties) {
        this.design = design;
        this.truth = truth;
        this.shares = shares;
        this.penalties = penalties;
        this.classes = truth.names().size();
        this.width = design.width();
        this.at = new double[classes][width];
        this.sums = new double[classes][design.rows()];
    }

    /** Inner coefficients at the minimum, by class. */
    double[][] solve() {
        return penalties.sparse() ? byClass() : atOnce();
    }

    private double[][] atOnce() {
        double value = objective(at, sums);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] chances = LinearModel.softmax(sums);
            double[] downhill = new double[classes * width];
            double[] diagonal = new double[classes * width];
            for (int output = 0; output < classes; output++) {
                double[] gradient = gradient(chances, output);
                double[] squares = design.squares(curves(chances[output]));
                for (int column = 0; column < width; column++) {
                    downhill[output * width + column] = -gradient[column];
                    diagonal[output * width + column] =
                            Math.max(squares[column] + penalties.squared()[column], 1e-12);
                }
            }
            double size = Math.sqrt(Products.dot(downhill, downhill));
            double[] direction = ConjugateGradient.solve(
                    vector -> curvature(chances, vector),
                    downhill,
                    diagonal,
                    Math.max(1e-6, Math.min(0.1, Math.sqrt(size) / 10)),
                    500);
            double promise = -Products.dot(downhill, direction);
            if (!(promise < 0)) {
                break;
            }
            double[][] change = new double[classes][width];
            for (int output = 0; output < classes; output++) {
                System.arraycopy(direction, output * width, change[output], 0, width);
            }
            double next = search(change, promise, value);
            boolean stuck = !(next < value);
            value = Math.min(next, value);
            if (-promise < DONE || stuck) {
                break;
            }
        }
        return at;
    }

    /** Class by class, with the others held: a lasso each, until none promises anything. */
    private double[][] byClass() {
        double value = objective(at, sums);
        for (int round = 0; round < MOST_STEPS; round++) {
            double most = 0;
            for (int output = 0; output < classes; output++) {
                double[][] chances = LinearModel.softmax(sums);
                double[] gradient = gradient(chances, output);
                double[] curves = curves(chances[output]);
                double[] product = design.times(at[output]);
                for (int row = 0; row < product.length; row++) {
                    product[row] *= curves[row];
                }
                double[] linear = design.transposedTimes(product);
                for (int column = 0; column < width; column++) {
                    linear[column] += penalties.squared()[column] * at[output][column] - gradient[column];
                }
                double[] moved = at[output].clone();
                new Quadratic(design, curves).minimise(linear, penalties.absolute(), penalties.squared(), moved, 1);
                double promise = penalties.absoluteOf(moved) - penalties.absoluteOf(at[output]);
                Products.add(-1, at[output], 0, moved, 0, width);
                promise += Products.dot(gradient, moved);
                if (promise < 0) {
                    double[][] change = new double[classes][width];
                    change[output] = moved;
                    value = Math.min(value, search(change, promise, value));
                    most = Math.max(most, -promise);
                }
            }
            // Class by class converges linearly; this is still a thousandth of what a score can show.
            if (most < 100 * DONE) {
                break;
            }
        }
        return at;
    }

    private double[] gradient(double[][] chances, int output) {
        double[] slopes = new double[design.rows()];
        for (int row = 0; row < slopes.length; row++) {
            slopes[row] = shares[row] * (chances[output][row] - (truth.codes()[row] == output ? 1 : 0));
        }
        double[] gradient = design.transposedTimes(slopes);
        for (int column = 0; column < width; column++) {
            gradient[column] += penalties.squared()[column] * at[output][column];
        }
        return gradient;
    }

    private double[] curves(double[] chances) {
        double[] curves = new double[chances.length];
        for (int row = 0; row < curves.length; row++) {
            curves[row] = shares[row] * Math.max(chances[row] * (1 - chances[row]), 1e-12);
        }
        return curves;
    }

    private double[] curvature(double[][] chances, double[] vector) {
        int rows = design.rows();
        double[][] products = new double[classes][];
        double[] mean = new double[rows];
        for (int output = 0; output < classes; output++) {
            products[output] = design.times(java.util.Arrays.copyOfRange(vector, output * width, (output + 1) * width));
            for (int row = 0; row < rows; row++) {
                mean[row] += chances[output][row] * products[output][row];
            }
        }
        double[] image = new double[vector.length];
        for (int output = 0; output < classes; output++) {
            double[] byRow = products[output];
            for (int row = 0; row < rows; row++) {
                byRow[row] = shares[row] * chances[output][row] * (byRow[row] - mean[row]);
            }
            double[] part = design.transposedTimes(byRow);
            for (int column = 0; column < width; column++) {
                int place = output * width + column;
                image[place] = part[column] + penalties.squared()[column] * vector[place];
            }
        }
        return image;
    }

    private double search(double[][] direction, double promise, double value) {
        double[][] change = new double[classes][];
        for (int output = 0; output < classes; output++) {
            change[output] = design.times(direction[output]);
        }
        double length = 1;
        for (int halving = 0; halving < 40; halving++) {
            double[][] trial = new double[classes][];
            double[][] there = new double[classes][];
            for (int output = 0; output < classes; output++) {
                trial[output] = sums[output].clone();
                Products.add(length, change[output], 0, trial[output], 0, trial[output].length);
                there[output] = at[output].clone();
                Products.add(length, direction[output], 0, there[output], 0, width);
            }
            double next = objective(there, trial);
            if (next <= value + 1e-4 * length * promise) {
                System.arraycopy(there, 0, at, 0, classes);
                sums = trial;
                return next;
            }
            length /= 2;
        }
        return value;
    }

    private double objective(double[][] coefficients, double[][] of) {
        double loss = design.sum(row -> {
            double most = Double.NEGATIVE_INFINITY;
            for (double[] output : of) {
                most = Math.max(most, output[row]);
            }
            double total = 0;
            for (double[] output : of) {
                total += Math.exp(output[row] - most);
            }
            return shares[row] * (most + Math.log(total) - of[truth.codes()[row]][row]);
        });
        for (double[] output : coefficients) {
            loss += penalties.of(output);
        }
        return loss;
    }
}
