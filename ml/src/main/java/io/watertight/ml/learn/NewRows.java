package io.watertight.ml.learn;

import io.watertight.ml.data.Features;

/**
 * Rows to be scored of which no outcome is known.
 *
 * @param features with the blocks the model was fitted on
 */
public record NewRows(Features features) implements Items {

    @Override
    public int rows() {
        return features.rows();
    }
}
