package io.watertight.core.study;

/** The part of a split that a row belongs to. Without a split every row is in {@link #TRAIN}. */
public enum Part {
    TRAIN,
    VALIDATION,
    TEST
}
