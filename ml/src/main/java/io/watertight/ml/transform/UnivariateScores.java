package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import java.util.stream.IntStream;

/** F of each single column with the outcome, as scikit-learn's f_classif and f_regression. Stateless; thread-safe. */
final class UnivariateScores {

    private UnivariateScores() {}

    /** One score a column, NaN where there is none. */
    static double[] f(Features features, Response response) {
        if (response instanceof Response.Classes classes) {
            return ofClasses(features, classes);
        }
        if (response instanceof Response.Numbers numbers) {
            return ofNumbers(features, numbers.values());
        }
        Response.Labels labels = (Response.Labels) response;
        double[] sums = new double[features.width()];
        for (int label = 0; label < labels.names().size(); label++) {
            double[] scores = ofClasses(features, labels.label(label));
            for (int column = 0; column < sums.length; column++) {
                sums[column] += Double.isNaN(scores[column]) ? 0 : scores[column];
            }
        }
        return sums;
    }

    private static double[] ofClasses(Features features, Response.Classes classes) {
        GroupMoments moments =
                GroupMoments.of(features, classes.codes(), classes.names().size());
        return IntStream.range(0, features.width())
                .mapToDouble(moments::fStatistic)
                .toArray();
    }

    private static double[] ofNumbers(Features features, double[] outcome) {
        double mean = Numbers.mean(outcome);
        double spread = Numbers.variance(outcome, mean) * outcome.length;
        double[] scores = new double[features.width()];
        GroupMoments moments = GroupMoments.of(features, new int[outcome.length], 1);
        double[] products = products(features, outcome, mean);
        int offset = 0;
        for (Block block : features.blocks()) {
            for (int column = offset; column < offset + block.width(); column++) {
                double[] own = moments.counts()[column];
                double correlation = block instanceof NumberBlock numbers && own[0] < outcome.length
                        ? ofPresent(numbers.values(), outcome)
                        : products[column] / Math.sqrt(moments.variance(column) * own[0] * spread);
                double explained = correlation * correlation;
                scores[column] = explained / Math.max(0, 1 - explained) * (own[0] - 2);
            }
            offset += block.width();
        }
        return scores;
    }

    /** Sums of each column times the outcome's distance from its mean. */
    private static double[] products(Features features, double[] outcome, double mean) {
        double[] products = new double[features.width()];
        int offset = 0;
        for (Block block : features.blocks()) {
            for (int row = 0; row < outcome.length; row++) {
                double distance = outcome[row] - mean;
                if (block instanceof NumberBlock numbers) {
                    products[offset] += numbers.values()[row] * distance;
                } else if (block instanceof IndicatorBlock indicators
                        && indicators.codes()[row] >= 0) {
                    products[offset + indicators.codes()[row]] += distance;
                } else if (block instanceof SparseBlock sparse) {
                    for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                        products[offset + sparse.columns()[entry]] += sparse.values()[entry] * distance;
                    }
                }
            }
            offset += block.width();
        }
        return products;
    }

    /** The correlation over rows that have a value. */
    private static double ofPresent(double[] values, double[] outcome) {
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> Double.isFinite(values[row]))
                .toArray();
        double[] own = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
        double[] other = IntStream.of(rows).mapToDouble(row -> outcome[row]).toArray();
        double ownMean = Numbers.mean(own);
        double otherMean = Numbers.mean(other);
        double product = 0;
        for (int row = 0; row < own.length; row++) {
            product += (own[row] - ownMean) * (other[row] - otherMean);
        }
        return product / own.length / Math.sqrt(Numbers.variance(own, ownMean) * Numbers.variance(other, otherMean));
    }
}
