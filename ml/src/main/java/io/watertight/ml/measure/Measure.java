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
}
