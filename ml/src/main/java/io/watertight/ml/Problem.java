package io.watertight.ml;

/**
 * What a learner is to learn, apart from the features.
 *
 * @param rows indices into the sample, ascending
 * @param labels of each of these rows: 0 or 1, the class from 0, or a number of about unit size
 * @param weights of each of these rows, in the loss
 * @param outputs scores a row: 1, or the number of classes if there are more than two
 * @param loss what is made small
 */
record Problem(int[] rows, float[] labels, float[] weights, int outputs, Loss loss) {

    /** Fewer rows than this say nothing about a model. */
    static final int LEAST_ROWS = 50;

    /** A class needs this many rows to be judged, so that each fold has some. */
    static final int LEAST_OF_A_CLASS = 10;

    /** The losses that are asked for. */
    enum Loss {
        LOGISTIC("binary:logistic", "logloss"),
        SOFTPROB("multi:softprob", "mlogloss"),
        SQUARED("reg:squarederror", "rmse");

        private final String objective;
        private final String metric;

        Loss(String objective, String metric) {
            this.objective = objective;
            this.metric = metric;
        }

        String objective() {
            return objective;
        }

        /** What early stopping watches. */
        String metric() {
            return metric;
        }
    }
}
