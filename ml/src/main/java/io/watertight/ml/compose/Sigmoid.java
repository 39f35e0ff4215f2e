package io.watertight.ml.compose;

import java.util.function.DoubleUnaryOperator;

/**
 * Platt's sigmoid 1 / (1 + exp(a s + b)), with his targets that keep a little doubt, found by Newton's method with a backtracking line
 * search (Lin, Lin and Weng, A note on Platt's probabilistic outputs for support vector machines, Machine Learning 68, 2007).
 *
 * @param slope a
 * @param shift b
 */
record Sigmoid(double slope, double shift) implements DoubleUnaryOperator {

    private static final int ITERATIONS = 100;

    /** Keeps the Hessian regular. */
    private static final double RIDGE = 1e-12;

    private static final double SMALL_GRADIENT = 1e-9;

    private static final double SMALL_STEP = 1e-10;

    /**
     * Fits to scores.
     *
     * @param truth 1 or 0
     */
    static Sigmoid fit(double[] scores, double[] truth, double[] weights) {
        double positive = 0;
        double negative = 0;
        for (int row = 0; row < truth.length; row++) {
            positive += truth[row] * weights[row];
            negative += (1 - truth[row]) * weights[row];
        }
        double[] targets = new double[truth.length];
        for (int row = 0; row < truth.length; row++) {
            targets[row] = truth[row] == 1 ? (positive + 1) / (positive + 2) : 1 / (negative + 2);
        }
        Sigmoid current = new Sigmoid(0, Math.log((negative + 1) / (positive + 1)));
        double loss = current.loss(scores, targets, weights);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = current.newton(scores, targets, weights);
            if (step.length == 0) {
                return current;
            }
            double size = 1;
            boolean better = false;
            while (size >= SMALL_STEP && !better) {
                Sigmoid next = new Sigmoid(current.slope + size * step[0], current.shift + size * step[1]);
                double nextLoss = next.loss(scores, targets, weights);
                if (nextLoss < loss + 1e-4 * size * step[2]) {
                    current = next;
                    loss = nextLoss;
                    better = true;
                } else {
                    size /= 2;
                }
            }
            if (!better) {
                return current;
            }
        }
        return current;
    }

    /** The step in slope and shift and its slope of the loss; empty at the minimum. */
    private double[] newton(double[] scores, double[] targets, double[] weights) {
        double first = 0;
        double second = 0;
        double firstFirst = RIDGE;
        double firstSecond = 0;
        double secondSecond = RIDGE;
        for (int row = 0; row < scores.length; row++) {
            double probability = applyAsDouble(scores[row]);
            double curvature = weights[row] * probability * (1 - probability);
            double error = weights[row] * (targets[row] - probability);
            first += scores[row] * error;
            second += error;
            firstFirst += scores[row] * scores[row] * curvature;
            firstSecond += scores[row] * curvature;
            secondSecond += curvature;
        }
        if (Math.abs(first) < SMALL_GRADIENT && Math.abs(second) < SMALL_GRADIENT) {
            return new double[0];
        }
        double determinant = firstFirst * secondSecond - firstSecond * firstSecond;
        double slopeStep = -(secondSecond * first - firstSecond * second) / determinant;
        double shiftStep = -(firstFirst * second - firstSecond * first) / determinant;
        return new double[] {slopeStep, shiftStep, first * slopeStep + second * shiftStep};
    }

    private double loss(double[] scores, double[] targets, double[] weights) {
        double loss = 0;
        for (int row = 0; row < scores.length; row++) {
            double power = slope * scores[row] + shift;
            // ln(1 + exp(power)), without overflow.
            double softened = Math.max(0, power) + Math.log1p(Math.exp(-Math.abs(power)));
            loss += weights[row] * (softened - (1 - targets[row]) * power);
        }
        return loss;
    }

    @Override
    public double applyAsDouble(double score) {
        return 1 / (1 + Math.exp(slope * score + shift));
    }
}
