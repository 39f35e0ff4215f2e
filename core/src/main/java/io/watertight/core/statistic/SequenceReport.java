package io.watertight.core.statistic;

/**
 * The answer to {@link Sequence}.
 *
 * @param rows labelled rows
 * @param samePairs neighbours of equal class; 0 for regression
 * @param correlation regression: Pearson correlation of a row's target with its predecessor's; NaN for classes
 * @param blocks by block of the order: counts by class, or {@code {n, sum y, sum y*y}} for regression
 */
public record SequenceReport(long rows, long samePairs, double correlation, double[][] blocks) {}
