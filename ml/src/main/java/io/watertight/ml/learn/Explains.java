package io.watertight.ml.learn;

/** A model that can say which of its inputs it uses. Immutable and thread-safe. */
public interface Explains {

    /**
     * How much each input counts, at least 0: the share of gain for trees, the size of coefficients for linear models. Comparable within
     * one model only.
     *
     * @return one number for each of {@link io.watertight.ml.data.Features#columnNames()}, in that order; none if a part of
     *     it cannot tell
     */
    double[] importance();
}
