package io.watertight.ml.measure;

/** How one number is made of the values of several classes. */
public enum Averaging {
    /** Every class counts the same, however rare. */
    MACRO,
    /** Classes count by the weight of their rows. */
    WEIGHTED
}
