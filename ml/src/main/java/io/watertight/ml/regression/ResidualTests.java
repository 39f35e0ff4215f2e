package io.watertight.ml.regression;

/**
 * Whether the residuals are what the standard errors suppose.
 *
 * @param breuschPagan against a variance that changes with the columns, for normal errors (Breusch and Pagan, Econometrica 47
 *     (1979), 1287-1294)
 * @param koenker the same without supposing normal errors (Koenker, Journal of Econometrics 17 (1981), 107-112)
 * @param jarqueBera against skewed or heavy-tailed errors (Jarque and Bera, International Statistical Review 55 (1987), 163-172)
 * @param durbinWatson near 2 when neighbouring rows have unrelated errors, towards 0 when they are alike; only means something when
 *     the order of the rows does (Durbin and Watson, Biometrika 38 (1951), 159-177)
 */
public record ResidualTests(TestResult breuschPagan, TestResult koenker, TestResult jarqueBera, double durbinWatson) {

    static ResidualTests of(Fit fit, Influence influence) {
        double[] residuals = fit.residuals();
        int rows = residuals.length;
        double mean = fit.squares().sse() / rows;
        double[] relative = new double[rows];
        double third = 0;
        double fourth = 0;
        double steps = 0;
        for (int row = 0; row < rows; row++) {
            double residual = residuals[row];
            double square = residual * residual;
            relative[row] = mean == 0 ? 1 : square / mean;
            third += square * residual;
            fourth += square * square;
            if (row > 0) {
                double step = residual - residuals[row - 1];
                steps += step * step;
            }
        }
        double[] sums = explained(relative, influence.basis());
        double skewness = third / rows / Math.pow(mean, 1.5);
        double excess = fourth / rows / (mean * mean) - 3;
        int freedom = fit.rank() - 1;
        return new ResidualTests(
                TestResult.chiSquared(sums[0] / 2, freedom),
                TestResult.chiSquared(rows * sums[0] / sums[1], freedom),
                TestResult.chiSquared(rows / 6.0 * (skewness * skewness + excess * excess / 4), 2),
                steps / fit.squares().sse());
    }

    /** Explained and total sum of squares of a variable about its mean of 1, regressed on the same columns. */
    private static double[] explained(double[] variable, double[][] basis) {
        double[] fitted = new double[variable.length];
        for (double[] column : basis) {
            double dot = 0;
            for (int row = 0; row < variable.length; row++) {
                dot = Math.fma(column[row], variable[row] - 1, dot);
            }
            for (int row = 0; row < variable.length; row++) {
                fitted[row] = Math.fma(dot, column[row], fitted[row]);
            }
        }
        double explained = 0;
        double total = 0;
        for (int row = 0; row < variable.length; row++) {
            explained = Math.fma(fitted[row], fitted[row], explained);
            total = Math.fma(variable[row] - 1, variable[row] - 1, total);
        }
        return new double[] {explained, total};
    }
}
