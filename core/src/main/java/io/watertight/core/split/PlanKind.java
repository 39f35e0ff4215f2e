package io.watertight.core.split;

/** The plans by the words a person asks for them with. */
public enum PlanKind {
    RANDOM,
    STRATIFIED,
    GROUP,
    STRATIFIED_GROUP,
    LEAVE_ONE_OUT,
    LEAVE_ONE_GROUP_OUT,
    TIME,
    GROUP_TIME,
    TWO_WAY,
    SPATIAL,
    DUPLICATES
}
