package io.watertight.core.statistic;

/**
 * Values of a column that occur in test rows but in no training row.
 *
 * @param column the column, compared by canonical text
 */
public record NewLevels(String column) implements Statistic<NewLevelsReport> {}
