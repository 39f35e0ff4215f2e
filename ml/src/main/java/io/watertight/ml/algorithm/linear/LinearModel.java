package io.watertight.ml.algorithm.linear;

import io.watertight.ml.algorithm.FeatureModel;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Explains;
import java.util.Arrays;

/** Coefficients and intercepts, one set an output. */
public final class LinearModel extends FeatureModel implements Explains {

    private final double[][] coefficients;
    private final double[] importance;
    private final Link link;

    /** What becomes of the sum. */
    enum Link {
        NONE,
        LOGISTIC,
        SOFTMAX
    }

    private LinearModel(
            SingleTarget algorithm, Features fitted, double[][] coefficients, double[] importance, Link link) {
        super(algorithm, fitted);
        this.coefficients = coefficients;
        this.importance = importance;
        this.link = link;
    }

    /** @param inner coefficients by output and inner column of the design */
    static LinearModel of(
            SingleTarget algorithm, Features fitted, Design design, double[] weights, double[][] inner, Link link) {
        double[] sums = design.transposedTimes(weights);
        double[] squares = design.squares(weights);
        double total = sums[design.intercept()];
        double[] sizes = new double[design.width()];
        for (int column = 0; column < sizes.length; column++) {
            double mean = sums[column] / total;
            double spread = Math.sqrt(Math.max(0, squares[column] / total - mean * mean));
            for (double[] output : inner) {
                sizes[column] += Math.abs(output[column]) * spread * design.scale(column) / inner.length;
            }
            sizes[column] = Double.isFinite(sizes[column]) ? sizes[column] : 0;
        }
        double[] importance = Arrays.copyOf(design.outer(sizes), design.width() - 1);
        return new LinearModel(
                algorithm, fitted, Arrays.stream(inner).map(design::outer).toArray(double[][]::new), importance, link);
    }

    /** One a column, in the order of the features' column names. */
    public double[] coefficients(int output) {
        return Arrays.copyOf(coefficients[output], coefficients[output].length - 1);
    }

    public double intercept(int output) {
        return coefficients[output][coefficients[output].length - 1];
    }

    @Override
    protected Predictions predictions(Features features) {
        double[][] sums = new double[coefficients.length][];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = sums(features, coefficients[output]);
        }
        return switch (link) {
            case NONE -> new Predictions(sums, false);
            case LOGISTIC ->
                Predictions.ofProbabilities(
                        Arrays.stream(sums[0]).map(LinearModel::logistic).toArray());
            case SOFTMAX -> new Predictions(softmax(sums), true);
        };
    }

    static double[] sums(Features features, double[] coefficients) {
        double[] sums = new double[features.rows()];
        Arrays.fill(sums, coefficients[coefficients.length - 1]);
        int column = 0;
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock number) {
                Products.add(coefficients[column], number.values(), 0, sums, 0, sums.length);
            } else if (block instanceof IndicatorBlock indicator) {
                int[] codes = indicator.codes();
                for (int row = 0; row < sums.length; row++) {
                    sums[row] += codes[row] < 0 ? 0 : coefficients[column + codes[row]];
                }
            } else if (block instanceof SparseBlock sparse) {
                for (int row = 0; row < sums.length; row++) {
                    for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                        sums[row] += sparse.values()[entry] * coefficients[column + sparse.columns()[entry]];
                    }
                }
            }
            column += block.width();
        }
        return sums;
    }

    static double logistic(double sum) {
        if (sum >= 0) {
            return 1 / (1 + Math.exp(-sum));
        }
        double small = Math.exp(sum);
        return small / (1 + small);
    }

    static double[][] softmax(double[][] sums) {
        int rows = sums[0].length;
        double[][] result = new double[sums.length][rows];
        for (int row = 0; row < rows; row++) {
            double most = Double.NEGATIVE_INFINITY;
            for (double[] output : sums) {
                most = Math.max(most, output[row]);
            }
            double total = 0;
            for (int output = 0; output < sums.length; output++) {
                result[output][row] = Math.exp(sums[output][row] - most);
                total += result[output][row];
            }
            for (double[] output : result) {
                output[row] /= total;
            }
        }
        return result;
    }

    /** Coefficients that are not 0, and intercepts. */
    @Override
    public long parameters() {
        long parameters = 0;
        for (double[] output : coefficients) {
            parameters += 1
                    + Arrays.stream(coefficients(output))
                            .filter(value -> value != 0)
                            .count();
        }
        return parameters;
    }

    private static double[] coefficients(double[] output) {
        return Arrays.copyOf(output, output.length - 1);
    }

    /** Size of each coefficient times the standard deviation of its column. */
    @Override
    public double[] importance() {
        return importance.clone();
    }
}
