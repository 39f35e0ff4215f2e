package io.watertight.ml.regression;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The sheet row by row; one element a fitted row. Fitted values and residuals give the target away and must not be printed where
 * cell values must not. Arrays are shared: nobody writes to them.
 *
 * @param rowIds the rows' ids, ascending
 * @param fitted what the model says
 * @param residuals target minus fitted
 * @param leverage diagonal of the hat matrix
 * @param standardised residual by its standard error
 * @param studentised residual by the standard error that the other rows give
 * @param cook Cook's distance
 */
public record Observations(
        long[] rowIds,
        double[] fitted,
        double[] residuals,
        double[] leverage,
        double[] standardised,
        double[] studentised,
        double[] cook) {

    static Observations of(long[] rowIds, Fit fit, Influence influence) {
        double[] fitted = new double[fit.rows()];
        for (int row = 0; row < fitted.length; row++) {
            fitted[row] = fit.fitted(row);
        }
        return new Observations(
                rowIds,
                fitted,
                fit.residuals(),
                influence.leverage(),
                influence.standardised(),
                influence.studentised(),
                influence.cook());
    }

    public int rows() {
        return rowIds.length;
    }

    /** What the smallest, second smallest, ... of so many normal residuals would be about: the quantiles of (i - 1/2) / n. */
    public static double[] normalScores(int count) {
        NormalDistribution normal = new NormalDistribution();
        return IntStream.range(0, count)
                .mapToDouble(index -> normal.inverseCumulativeProbability((index + 0.5) / count))
                .toArray();
    }
}
