package io.watertight.core.statistic;

/**
 * Where the parts of a split lie in time.
 *
 * @param column a time column, or a number that orders the rows
 */
public record TimeSpan(String column) implements Statistic<TimeSpanReport> {}
