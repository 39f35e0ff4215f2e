package io.watertight.core.statistic;

/**
 * The answer to {@link MomentsWhere}; NaN where there are too few rows.
 *
 * @param count rows with a value
 * @param mean arithmetic mean
 * @param deviation sample standard deviation
 * @param median the exact median, interpolated for even counts
 */
public record Moments(long count, double mean, double deviation, double median) {}
