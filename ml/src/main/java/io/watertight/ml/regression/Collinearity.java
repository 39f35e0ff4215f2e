package io.watertight.ml.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * How far the columns say the same.
 *
 * @param inflation variance inflation factor of each kept column, NaN for the intercept: 1 / (1 - R2) of the column on the others
 * @param conditionNumber largest by smallest singular value of the design with columns of length 1, intercept included (Belsley,
 *     Kuh and Welsch, Regression Diagnostics, 1980): above 30 coefficients begin to depend on one another
 * @param aliased columns that others explain without rest; they have no coefficient
 */
record Collinearity(double[] inflation, double conditionNumber, List<Aliased> aliased) {

    /** Coefficients of a combination below this are rounding. */
    private static final double ROUNDING = 1e-9;

    static Collinearity of(Fit fit) {
        double[] inflation = new double[fit.rank()];
        for (int index = 0; index < inflation.length; index++) {
            inflation[index] = fit.terms().get(index).isIntercept()
                    ? Double.NaN
                    : fit.inverseDiagonal()[index] * spread(fit.column(index));
        }
        return new Collinearity(inflation, condition(fit.qr()), aliased(fit));
    }

    /** Squared deviations from the mean. */
    private static double spread(double[] column) {
        DoubleDoubleSum sum = new DoubleDoubleSum();
        for (double value : column) {
            sum.add(value);
        }
        double mean = sum.value() / column.length;
        double spread = 0;
        for (double value : column) {
            spread = Math.fma(value - mean, value - mean, spread);
        }
        return spread;
    }

    private static double condition(HouseholderQr qr) {
        int rank = qr.rank();
        double[][] triangle = new double[rank][rank];
        for (int column = 0; column < rank; column++) {
            double length = 0;
            for (int row = 0; row <= column; row++) {
                length = Math.hypot(length, qr.r(row, column));
            }
            for (int row = 0; row <= column; row++) {
                triangle[row][column] = qr.r(row, column) / length;
            }
        }
        double[] values = new SingularValueDecomposition(new Array2DRowRealMatrix(triangle, false)).getSingularValues();
        return values[0] / values[values.length - 1];
    }

    private static List<Aliased> aliased(Fit fit) {
        List<Aliased> result = new ArrayList<>();
        for (HouseholderQr.Explained explained : fit.qr().explained()) {
            double[] weights = explained.head().clone();
            fit.qr().solve(weights);
            Term term = fit.design().terms().get(explained.column());
            double[] column = fit.design().column(explained.column());
            int scale = Math.getExponent(largest(column));
            Map<Term, Double> combination = new LinkedHashMap<>();
            double most = largest(weights);
            for (int index = 0; index < weights.length; index++) {
                if (Math.abs(weights[index]) > ROUNDING * most) {
                    combination.put(fit.terms().get(index), Math.scalb(weights[index], scale - fit.scales()[index]));
                }
            }
            result.add(new Aliased(term, combination));
        }
        return result;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : largest;
    }
}
