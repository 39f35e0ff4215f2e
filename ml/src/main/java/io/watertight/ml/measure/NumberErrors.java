package io.watertight.ml.measure;

import io.watertight.core.numeric.Ranks;

/** Errors of predicted numbers. All are weighted; NaN where they are not defined. */
final class NumberErrors {

    private NumberErrors() {}

    @FunctionalInterface
    private interface RowError {
        double of(double actual, double predicted);
    }

    private static double mean(double[] actual, double[] predicted, double[] weights, RowError error) {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += weights[row] * error.of(actual[row], predicted[row]);
            total += weights[row];
        }
        return sum / total;
    }

    static double meanSquared(double[] actual, double[] predicted, double[] weights) {
        return mean(actual, predicted, weights, (came, said) -> (came - said) * (came - said));
    }

    /** 1 minus squared error over the spread about the mean of these rows; NaN when they do not spread. */
    static double explained(double[] actual, double[] predicted, double[] weights) {
        double centre = mean(actual, actual, weights, (came, same) -> came);
        double spread = mean(actual, actual, weights, (came, same) -> (came - centre) * (came - centre));
        return spread == 0 ? Double.NaN : 1 - meanSquared(actual, predicted, weights) / spread;
    }

    static double meanAbsolute(double[] actual, double[] predicted, double[] weights) {
        return mean(actual, predicted, weights, (came, said) -> Math.abs(came - said));
    }

    /** As a share of the number that came true; undefined (NaN) when one of these is zero. */
    static double meanPercentage(double[] actual, double[] predicted, double[] weights) {
        return mean(
                actual,
                predicted,
                weights,
                (came, said) -> came == 0 ? Double.NaN : Math.abs(came - said) / Math.abs(came));
    }

    /** Koenker and Bassett's check loss (Econometrica 46, 1978). */
    static double pinball(double[] actual, double[] predicted, double[] weights, double quantile) {
        return mean(
                actual,
                predicted,
                weights,
                (came, said) -> came >= said ? quantile * (came - said) : (1 - quantile) * (said - came));
    }

    /** Median of the absolute errors: the mean of the two about the middle where half of the weight is met exactly. */
    static double medianAbsolute(double[] actual, double[] predicted, double[] weights) {
        double[] errors = new double[weights.length];
        double total = 0;
        for (int row = 0; row < errors.length; row++) {
            errors[row] = Math.abs(actual[row] - predicted[row]);
            total += weights[row];
        }
        int[] order = Ranks.order(errors);
        double below = 0;
        double lower = Double.NaN;
        for (int row : order) {
            if (weights[row] == 0) {
                continue;
            }
            if (!Double.isNaN(lower)) {
                return (lower + errors[row]) / 2;
            }
            below += weights[row];
            if (below * 2 > total) {
                return errors[row];
            }
            if (below * 2 == total) {
                lower = errors[row];
            }
        }
        return lower;
    }

    /** Spearman's rank correlation; rows of equal numbers share the middle of their ranks by weight. */
    static double spearman(double[] actual, double[] predicted, double[] weights) {
        double[] left = ranks(actual, weights);
        double[] right = ranks(predicted, weights);
        double centreLeft = mean(left, left, weights, (rank, same) -> rank);
        double centreRight = mean(right, right, weights, (rank, same) -> rank);
        double both = mean(left, right, weights, (one, other) -> (one - centreLeft) * (other - centreRight));
        double one = mean(left, left, weights, (rank, same) -> (rank - centreLeft) * (rank - centreLeft));
        double other = mean(right, right, weights, (rank, same) -> (rank - centreRight) * (rank - centreRight));
        return both / Math.sqrt(one * other);
    }

    private static double[] ranks(double[] values, double[] weights) {
        int[] order = Ranks.order(values);
        double[] ranks = new double[values.length];
        double below = 0;
        int start = 0;
        while (start < order.length) {
            double tied = 0;
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                tied += weights[order[end++]];
            }
            for (int index = start; index < end; index++) {
                ranks[order[index]] = below + tied / 2;
            }
            below += tied;
            start = end;
        }
        return ranks;
    }
}
