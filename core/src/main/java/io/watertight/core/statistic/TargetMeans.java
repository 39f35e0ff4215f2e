package io.watertight.core.statistic;

/**
 * Whether a number is the mean of the target within groups: the trace of target encoding. The target counts as 1 for the
 * positive class (binary) or as its value (regression).
 *
 * @param key the column that forms the groups; may be the value column itself
 * @param value the number that may be a group's mean
 */
public record TargetMeans(String key, String value) implements Statistic<TargetMeansReport> {

    /** A value is a mean when it is this near to it. */
    public static final double TOLERANCE = 1e-6;
}
