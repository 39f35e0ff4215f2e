package io.watertight.core.statistic;

/**
 * The answer to {@link Contingency}. For classes {@code cells[bin][fold]} holds the number of rows of each class; for regression
 * it holds {@code {n, sum y, sum y*y, sum r, sum r*r}} where {@code r} is the rank of y in [0, 1] by the outcome's cuts.
 *
 * @param column the column
 * @param binning its bins
 * @param cells the cells; the last bin holds the missing values
 */
public record ContingencyTable(String column, Binning binning, double[][][] cells) {

    public int bins() {
        return cells.length;
    }

    /** A bin's cells summed over the folds. */
    public double[] total(int bin) {
        double[] sum = new double[cells[bin][0].length];
        for (double[] fold : cells[bin]) {
            for (int index = 0; index < sum.length; index++) {
                sum[index] += fold[index];
            }
        }
        return sum;
    }

    public int missingBin() {
        return cells.length - 1;
    }
}
