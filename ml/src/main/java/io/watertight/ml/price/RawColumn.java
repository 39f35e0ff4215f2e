package io.watertight.ml.price;

import io.watertight.core.numeric.Ranks;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * The values of a column as scores. Nothing is fitted, so nothing can be memorized: when its score falls with another split, the split
 * changed the test set. A missing value scores 0.
 */
final class RawColumn extends Learner {

    private final String column;
    private final double sign;

    private RawColumn(String column, double sign) {
        this.column = column;
        this.sign = sign;
    }

    /** The column of numbers that goes with the outcome best, either way; empty for more than two classes, for labels, or without one. */
    static Optional<RawColumn> best(RawTrainingSet training) {
        Optional<double[]> outcome = outcome(training.response());
        double most = 0;
        Optional<RawColumn> best = Optional.empty();
        for (Block block : training.features().blocks()) {
            if (outcome.isPresent() && block instanceof NumberBlock numbers) {
                double strength = Ranks.spearman(numbers.values(), outcome.get());
                if (Math.abs(strength) > most) {
                    most = Math.abs(strength);
                    best = Optional.of(new RawColumn(block.name(), Math.signum(strength)));
                }
            }
        }
        return best;
    }

    private static Optional<double[]> outcome(Response response) {
        if (response instanceof Response.Numbers numbers) {
            return Optional.of(numbers.values());
        }
        if (response instanceof Response.Classes classes && classes.isBinary()) {
            double[] outcome = new double[classes.rows()];
            Arrays.setAll(outcome, classes::indicator);
            return Optional.of(outcome);
        }
        return Optional.empty();
    }

    boolean isIn(Dataset dataset) {
        return dataset.featureNames().contains(column);
    }

    @Override
    public String name() {
        return "'" + column + "' as it is";
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        String wanted = column;
        double side = sign;
        return new Model() {
            @Override
            protected Predictions score(Features features) {
                double[] values = ((NumberBlock) features.find(wanted).orElseThrow()).values();
                return Predictions.ofScores(Arrays.stream(values)
                        .map(value -> Double.isNaN(value) ? 0 : side * value)
                        .toArray());
            }

            @Override
            public long parameters() {
                return 0;
            }
        };
    }
}
