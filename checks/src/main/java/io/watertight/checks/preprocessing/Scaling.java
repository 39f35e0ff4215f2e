package io.watertight.checks.preprocessing;

/**
 * A column that is scaled over all parts together.
 *
 * @param column the column
 * @param kind the scaler whose trace it bears
 * @param pooled distance from that trace over all parts, in units of the scaled column
 * @param training the same over the training rows alone
 * @param chance log10 of the chance that a column not scaled at all looks like this
 */
public record Scaling(String column, Kind kind, double pooled, double training, double chance) {

    /** What a scaler leaves behind where it was fitted. */
    public enum Kind {
        STANDARD("mean 0 and deviation 1"),
        UNIT_RANGE("minimum 0 and maximum 1"),
        SYMMETRIC_RANGE("minimum -1 and maximum 1"),
        LARGEST_ONE("a largest absolute value of 1"),
        ROBUST("median 0 and quartiles 1 apart");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
