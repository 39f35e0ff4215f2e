package io.watertight.ml.search;

/** A model whose scores were cut somewhere. */
public interface Thresholded {

    /** For each output, the score of the model within from which a decision is positive. */
    double[] thresholds();
}
