package io.watertight.ml.algorithm.linear;

/** A loss of two classes, of the sum that a linear model gives. */
enum MarginLoss {
    /** The log loss. */
    LOGISTIC {
        @Override
        double of(double sum, double truth) {
            double against = truth > 0.5 ? -sum : sum;
            return against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
        }

        @Override
        double slope(double sum, double truth) {
            return LinearModel.logistic(sum) - truth;
        }

        @Override
        double curve(double sum, double truth) {
            double chance = LinearModel.logistic(sum);
            return chance * (1 - chance);
        }
    },
    /** The square of what a margin of 1 lacks. */
    SQUARED_HINGE {
        @Override
        double of(double sum, double truth) {
            double lacking = lacking(sum, truth);
            return lacking * lacking;
        }

        @Override
        double slope(double sum, double truth) {
            return (truth > 0.5 ? -2 : 2) * lacking(sum, truth);
        }

        @Override
        double curve(double sum, double truth) {
            return lacking(sum, truth) > 0 ? 2 : 0;
        }

        private double lacking(double sum, double truth) {
            return Math.max(0, 1 - (truth > 0.5 ? sum : -sum));
        }
    };

    /** @param truth 0 or 1 */
    abstract double of(double sum, double truth);

    /** First derivative by the sum. */
    abstract double slope(double sum, double truth);

    /** Second derivative by the sum. */
    abstract double curve(double sum, double truth);
}
