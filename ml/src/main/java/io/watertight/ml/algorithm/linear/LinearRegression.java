package io.watertight.ml.algorithm.linear;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/**
 * Linear regression with an intercept that is never penalised. With S the sum of the row weights s and r the residuals, what is least is
 *
 * <ul>
 *   <li>ordinary: the sum of s r²,
 *   <li>ridge: the sum of s r² + alpha |w|²,
 *   <li>lasso and elastic net: the sum of s r² / (2 S) + alpha ratio |w|₁ + alpha (1 - ratio) |w|² / 2,
 * </ul>
 *
 * the objectives of scikit-learn. Ordinary and ridge solve the normal equations of centred and scaled columns (refined once, or by
 * conjugate gradients when there are many columns); the others descend by coordinates, see {@link Quadratic}. Redundant columns get
 * coefficients of 0 when nothing is penalised.
 *
 * <p>Given classes, it learns the indicator of each class: scores that order rows, no probabilities.
 */
public final class LinearRegression extends SingleTarget {

    private enum Penalty {
        NONE,
        RIDGE,
        NET
    }

    private final Penalty penalty;
    private final double alpha;
    private final double ratio;

    private LinearRegression(Penalty penalty, double alpha, double ratio) {
        if (!(alpha >= 0) || Double.isInfinite(alpha) || !(ratio >= 0 && ratio <= 1)) {
            throw new WatertightException(
                    "A penalty of alpha " + alpha + " with an L1 ratio of " + ratio + " is none.",
                    "choose alpha of at least 0 and a ratio between 0 and 1");
        }
        this.penalty = penalty;
        this.alpha = alpha;
        this.ratio = ratio;
    }

    /** Least squares. */
    public static LinearRegression ordinary() {
        return new LinearRegression(Penalty.NONE, 0, 0);
    }

    public static LinearRegression ridge(double alpha) {
        return new LinearRegression(Penalty.RIDGE, alpha, 0);
    }

    public static LinearRegression lasso(double alpha) {
        return new LinearRegression(Penalty.NET, alpha, 1);
    }

    /** @param ratio share of the absolute penalty, from 0 to 1 */
    public static LinearRegression elasticNet(double alpha, double ratio) {
        return new LinearRegression(Penalty.NET, alpha, ratio);
    }

    @Override
    public String name() {
        return switch (penalty) {
            case NONE -> "linear regression";
            case RIDGE -> "ridge regression";
            case NET -> ratio == 1 ? "lasso" : "elastic net";
        };
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        int outputs = classes.outputs();
        double[][] targets = new double[outputs][classes.rows()];
        for (int output = 0; output < outputs; output++) {
            for (int row = 0; row < classes.rows(); row++) {
                targets[output][row] = outputs == 1 ? classes.indicator(row) : classes.codes()[row] == output ? 1 : 0;
            }
        }
        return fit(training, targets, context);
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        return fit(training, new double[][] {numbers.values()}, context);
    }

    private Model fit(TrainingSet training, double[][] targets, FitContext context) {
        double[] weights = Weights.of(training);
        try (Workers workers = new Workers(context.threads())) {
            Design design = new Design(training.features(), weights, workers);
            Solver solver = new Solver(design, weights);
            double[][] inner = new double[targets.length][];
            for (int output = 0; output < targets.length; output++) {
                inner[output] = solver.solve(targets[output]);
            }
            return LinearModel.of(this, training.features(), design, weights, inner, LinearModel.Link.NONE);
        }
    }

    /** One matrix, several targets. */
    private final class Solver {

        private final Design design;
        private final double[] weights;
        private final double total;
        private final double[] squared;
        private final java.util.function.UnaryOperator<double[]> inverse;

        Solver(Design design, double[] weights) {
            this.design = design;
            this.weights = weights;
            this.total = Arrays.stream(weights).sum();
            this.squared = new double[design.width()];
            for (int column = 0; column < squared.length; column++) {
                double scale = design.scale(column);
                squared[column] = column == design.intercept() || penalty == Penalty.NONE
                        ? 0
                        : alpha * (penalty == Penalty.NET ? 1 - ratio : 1) / scale / scale;
            }
            if (penalty == Penalty.NET && alpha > 0) {
                double[] shares =
                        Arrays.stream(weights).map(weight -> weight / total).toArray();
                Quadratic quadratic = new Quadratic(design, shares);
                this.inverse = right -> descend(quadratic, right);
            } else {
                this.inverse = design.width() > Quadratic.MOST_AT_ONCE ? iterative() : direct();
            }
        }

        double[] solve(double[] target) {
            Scaled scaled = Scaled.of(target, weights, total);
            spread = scaled.spread();
            double[] coefficients = inverse.apply(scaled.values());
            for (int column = 0; column < coefficients.length; column++) {
                coefficients[column] *= scaled.spread();
            }
            coefficients[design.intercept()] += scaled.mean();
            return coefficients;
        }

        private double spread = 1;

        private double[] descend(Quadratic quadratic, double[] values) {
            double[] absolute = new double[design.width()];
            for (int column = 0; column < absolute.length; column++) {
                absolute[column] = column == design.intercept() ? 0 : alpha * ratio / spread / design.scale(column);
            }
            double[] shares = new double[values.length];
            for (int row = 0; row < shares.length; row++) {
                shares[row] = values[row] * (weights[row] / total);
            }
            double[] result = new double[design.width()];
            quadratic.minimise(design.transposedTimes(shares), absolute, squared, result, 1);
            return result;
        }

        private java.util.function.UnaryOperator<double[]> direct() {
            double[] lower = design.gram(weights);
            int width = design.width();
            for (int column = 0; column < width; column++) {
                lower[column * width + column] += squared[column];
            }
            Cholesky cholesky = new Cholesky(lower, width);
            return values -> {
                double[] result = cholesky.solve(downhill(values, new double[width]));
                Products.add(1, cholesky.solve(downhill(values, result)), 0, result, 0, width);
                return result;
            };
        }

        private java.util.function.UnaryOperator<double[]> iterative() {
            double[] diagonal = design.squares(weights);
            for (int column = 0; column < diagonal.length; column++) {
                diagonal[column] = Math.max(diagonal[column] + squared[column], 1e-12 * total);
            }
            return values -> ConjugateGradient.solve(
                    direction -> {
                        double[] product = design.times(direction);
                        for (int row = 0; row < product.length; row++) {
                            product[row] *= weights[row];
                        }
                        double[] image = design.transposedTimes(product);
                        for (int column = 0; column < image.length; column++) {
                            image[column] += squared[column] * direction[column];
                        }
                        return image;
                    },
                    downhill(values, new double[design.width()]),
                    diagonal,
                    1e-9,
                    2000);
        }

        /** Half of the negative gradient. */
        private double[] downhill(double[] values, double[] at) {
            double[] residuals = design.times(at);
            for (int row = 0; row < residuals.length; row++) {
                residuals[row] = (values[row] - residuals[row]) * weights[row];
            }
            double[] result = design.transposedTimes(residuals);
            for (int column = 0; column < result.length; column++) {
                result[column] -= squared[column] * at[column];
            }
            return result;
        }
    }

    /**
     * A target around 0, as large as 1.
     *
     * @param values the scaled target
     */
    private record Scaled(double[] values, double mean, double spread) {

        static Scaled of(double[] target, double[] weights, double total) {
            double largest = Arrays.stream(target).map(Math::abs).max().orElse(0);
            if (largest == 0) {
                return new Scaled(target, 0, 1);
            }
            double mean = 0;
            for (int row = 0; row < target.length; row++) {
                mean += target[row] / largest * (weights[row] / total);
            }
            double variance = 0;
            for (int row = 0; row < target.length; row++) {
                double distance = target[row] / largest - mean;
                variance += distance * distance * (weights[row] / total);
            }
            double spread = variance > 0 ? Math.sqrt(variance) * largest : largest;
            double middle = mean * largest;
            return new Scaled(
                    Arrays.stream(target)
                            .map(value -> (value - middle) / spread)
                            .toArray(),
                    middle,
                    spread);
        }
    }
}
