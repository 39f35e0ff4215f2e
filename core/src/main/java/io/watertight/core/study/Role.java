package io.watertight.core.study;

/** What a column is for. */
public enum Role {
    TARGET,
    FEATURE,
    ID,
    GROUP,
    TIME,
    WEIGHT,
    SPLIT,
    /** Left out by the user; listed, never accused. */
    IGNORED
}
