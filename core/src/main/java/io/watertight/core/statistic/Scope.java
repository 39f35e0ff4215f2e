package io.watertight.core.statistic;

/** The rows a statistic is taken over. */
public enum Scope {
    /** Training rows; all rows when there is no split. Statistics about the target use these. */
    TRAIN,
    TEST,
    ALL
}
