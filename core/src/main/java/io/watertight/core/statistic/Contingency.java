package io.watertight.core.statistic;

/**
 * Bins of a column against folds and the target, over training rows with a target: out-of-fold strength without a model.
 * Answered for about a hundred columns by one scan.
 *
 * @param column the column
 * @param binning its bins, from the sample
 */
public record Contingency(String column, Binning binning) implements Statistic<ContingencyTable> {

    /** Rows are dealt to this many folds by a hash of their id. */
    public static final int FOLDS = 5;
}
