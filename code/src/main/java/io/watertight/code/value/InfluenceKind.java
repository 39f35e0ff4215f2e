package io.watertight.code.value;

import io.watertight.code.knowledge.Learns;

/** How a step made rows depend on what is not in the row. */
public enum InfluenceKind {
    SUMMARY,
    SCALE,
    IMPUTE,
    /** Gaps were filled with what the row before or after holds. */
    FILL,
    SELECT,
    PROJECT,
    DISCRETISE,
    ENCODE,
    VECTORISE,
    CLUSTER,
    GROUP,
    TARGET,
    SMOOTH,
    RESAMPLE,
    /** Rows were left out by a statistic of all rows: outliers. */
    ROW_FILTER,
    /** Later rows were looked at. */
    LOOK_AHEAD,
    /** A later row was read at an index that is ahead of the one a loop is at. */
    INDEX_AHEAD,
    /** Earlier rows were looked at: lags and windows; no leak, but neighbours now share values. */
    LAG,
    /** What a model predicted for rows that it has learnt from, labels and all. */
    PREDICTION,
    /** Rows were written into a text that a language model is given. */
    SHOWN,
    /** Rows were put into an index that a language model is given passages from. */
    INDEXED,
    /** A score decided. */
    SCORE;

    /** Whether later rows were looked at, in whatever way. */
    public boolean looksAhead() {
        return this == LOOK_AHEAD || this == INDEX_AHEAD;
    }

    /** The kind that stands for what a step learns; SUMMARY for NOTHING, which nobody asks. */
    public static InfluenceKind of(Learns learns) {
        return switch (learns) {
            case NOTHING, SUMMARY -> SUMMARY;
            case SCALE -> SCALE;
            case IMPUTE -> IMPUTE;
            case FILL -> FILL;
            case SELECT -> SELECT;
            case PROJECT -> PROJECT;
            case DISCRETISE -> DISCRETISE;
            case ENCODE -> ENCODE;
            case VECTORISE -> VECTORISE;
            case CLUSTER -> CLUSTER;
            case GROUP -> GROUP;
            case TARGET -> TARGET;
            case SMOOTH -> SMOOTH;
            case RESAMPLE -> RESAMPLE;
        };
    }
}
