package io.watertight.core.study;

/** What the model will be used on; it decides which split is right. */
public enum Purpose {
    /** More rows of the same entities and the same period. */
    ROWS,
    /** Entities never seen in training. */
    GROUPS,
    /** A later period. */
    FUTURE
}
