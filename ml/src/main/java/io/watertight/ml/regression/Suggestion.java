package io.watertight.ml.regression;

/**
 * A step that was tried out of fold, against the same regression on the same folds.
 *
 * @param step which of the six
 * @param what was tried, in words
 * @param gain what it gained
 * @param cost what it costs
 */
public record Suggestion(Step step, String what, Gain gain, Cost cost) {

    /**
     * Change of the out-of-fold R2, NaN where the step could not be tried.
     *
     * @param change with the step less without
     * @param low lower end of the 95 % interval (Nadeau and Bengio, Machine Learning 52 (2003), 239-281)
     * @param high upper end
     */
    public record Gain(double change, double low, double high) {

        public static final Gain NONE = new Gain(Double.NaN, Double.NaN, Double.NaN);

        /** Whether the whole interval lies above nothing. */
        public boolean isSure() {
            return low > 0;
        }

        public boolean isTried() {
            return !Double.isNaN(change);
        }
    }

    /**
     * What a step costs.
     *
     * @param seconds to fit and predict all folds
     * @param parameters numbers fitted on the largest training set
     */
    public record Cost(double seconds, long parameters) {}
}
