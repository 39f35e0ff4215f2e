package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/**
 * The difference between weighted class means as a linear score: the smallest honest algorithm. Takes all blocks but categories; a
 * missing number counts as 0.
 */
public final class ClassMeans extends Algorithm {

    @Override
    public String name() {
        return "class means";
    }

    @Override
    protected Model train(TrainingSet training, FitContext context) {
        double[] outcome = outcome(training.response());
        double[] weights = training.weights().orElseGet(() -> {
            double[] ones = new double[training.rows()];
            Arrays.fill(ones, 1);
            return ones;
        });
        double mean = 0;
        double total = 0;
        for (int row = 0; row < outcome.length; row++) {
            mean += outcome[row] * weights[row];
            total += weights[row];
        }
        mean /= total;
        double[] factors = new double[training.rows()];
        for (int row = 0; row < factors.length; row++) {
            factors[row] = weights[row] * (outcome[row] - mean) / total;
        }
        double[] coefficients = new double[training.features().width()];
        int offset = 0;
        for (Block block : training.features().blocks()) {
            for (int row = 0; row < factors.length; row++) {
                if (block instanceof NumberBlock numbers) {
                    coefficients[offset] += factors[row] * finite(numbers.values()[row]);
                } else if (block instanceof IndicatorBlock indicators
                        && indicators.codes()[row] >= 0) {
                    coefficients[offset + indicators.codes()[row]] += factors[row];
                } else if (block instanceof SparseBlock sparse) {
                    for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                        coefficients[offset + sparse.columns()[entry]] += factors[row] * sparse.values()[entry];
                    }
                }
            }
            offset += block.width();
        }
        return new Means(coefficients, mean);
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double[] outcome(Response response) {
        double[] outcome = new double[response.rows()];
        if (response instanceof Response.Numbers numbers) {
            return numbers.values();
        }
        Response.Classes classes = (Response.Classes) response;
        Arrays.setAll(outcome, classes::indicator);
        return outcome;
    }

    private static final class Means extends Model implements Explains {

        private final double[] coefficients;
        private final double mean;

        Means(double[] coefficients, double mean) {
            this.coefficients = coefficients;
            this.mean = mean;
        }

        @Override
        protected Predictions score(Features features) {
            double[] scores = new double[features.rows()];
            Arrays.fill(scores, mean);
            int offset = 0;
            for (Block block : features.blocks()) {
                for (int row = 0; row < scores.length; row++) {
                    if (block instanceof NumberBlock numbers) {
                        scores[row] += coefficients[offset] * finite(numbers.values()[row]);
                    } else if (block instanceof IndicatorBlock indicators
                            && indicators.codes()[row] >= 0) {
                        scores[row] += coefficients[offset + indicators.codes()[row]];
                    } else if (block instanceof SparseBlock sparse) {
                        for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                            scores[row] += coefficients[offset + sparse.columns()[entry]] * sparse.values()[entry];
                        }
                    }
                }
                offset += block.width();
            }
            return Predictions.ofScores(scores);
        }

        @Override
        public long parameters() {
            return coefficients.length + 1L;
        }

        @Override
        public double[] importance() {
            return Arrays.stream(coefficients).map(Math::abs).toArray();
        }
    }
}
