package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;

/** Says how good predictions are. Stateless; thread-safe. */
public interface Measure {

    /** As people write it: {@code AUC}, {@code log loss}. */
    String name();

    boolean largerIsBetter();

    /**
     * The value of the measure.
     *
     * @param weights one a row, all 1 for unweighted rows
     * @return NaN if it is not defined for these rows (one class only)
     */
    double value(Response truth, Predictions predicted, double[] weights);

    /** Whether a value is better than another by its size: not for a calibration slope, whose best is 1. Others are shown, never ranked. */
    default boolean isOrdered() {
        return true;
    }

    /** How much better a value is than another, in the unit of the measure: positive when it is better. */
    default double gain(double value, double than) {
        return largerIsBetter() ? value - than : than - value;
    }

    /** No value is below. An interval goes no further. */
    default double lowest() {
        return Double.NEGATIVE_INFINITY;
    }

    /** No value is above. */
    default double highest() {
        return Double.POSITIVE_INFINITY;
    }
}
