package io.watertight.ml.algorithm.tree;

import io.watertight.ml.data.Response;

/**
 * Responses as trees take them: indicators of classes, or numbers between -1 and 1.
 *
 * @param values by output and row
 * @param scale to multiply predictions with
 * @param shift to add to them
 * @param probabilities whether they are
 */
record TreeTargets(float[][] values, double scale, double shift, boolean probabilities) {

    static TreeTargets of(Response.Classes classes) {
        float[][] values = new float[classes.outputs()][classes.rows()];
        for (int row = 0; row < classes.rows(); row++) {
            if (values.length == 1) {
                values[0][row] = (float) classes.indicator(row);
            } else {
                values[classes.codes()[row]][row] = 1;
            }
        }
        return new TreeTargets(values, 1, 0, true);
    }

    static TreeTargets of(Response.Numbers numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : numbers.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double middle = low / 2 + high / 2;
        double half = high / 2 - low / 2;
        double scale = half > 0 ? half : 1;
        float[][] values = new float[1][numbers.rows()];
        for (int row = 0; row < values[0].length; row++) {
            values[0][row] = (float) ((numbers.values()[row] - middle) / scale);
        }
        return new TreeTargets(values, scale, middle, false);
    }
}
