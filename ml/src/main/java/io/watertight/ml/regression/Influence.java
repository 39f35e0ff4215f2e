package io.watertight.ml.regression;

/**
 * How much each row weighs (Cook and Weisberg, Residuals and Influence in Regression, 1982). A row with leverage 1 fits exactly
 * whatever its value: its residual is 0 and what divides by 1 - leverage is NaN.
 *
 * @param basis orthonormal columns that span the design, one array a column
 * @param leverage diagonal of the hat matrix, 0 to 1
 * @param standardised residual by its standard error, the row itself counted in (R: rstandard)
 * @param studentised residual by the standard error that the other rows give (R: rstudent)
 * @param cook Cook's distance
 */
record Influence(double[][] basis, double[] leverage, double[] standardised, double[] studentised, double[] cook) {

    /** Leverage nearer to 1 than this is 1 up to rounding. */
    private static final double NEAR = 1e-10;

    static Influence of(Fit fit) {
        double[][] basis = fit.qr().basis();
        int rows = fit.rows();
        double[] leverage = new double[rows];
        for (double[] column : basis) {
            for (int row = 0; row < rows; row++) {
                leverage[row] = Math.fma(column[row], column[row], leverage[row]);
            }
        }
        double[] standardised = new double[rows];
        double[] studentised = new double[rows];
        double[] cook = new double[rows];
        double variance = fit.variance();
        double freedom = fit.residualFreedom();
        for (int row = 0; row < rows; row++) {
            if (1 - leverage[row] < NEAR) {
                leverage[row] = 1;
                standardised[row] = Double.NaN;
                studentised[row] = Double.NaN;
                cook[row] = Double.NaN;
                continue;
            }
            double free = 1 - leverage[row];
            double residual = fit.residuals()[row];
            double standard = variance == 0 ? 0 : residual / Math.sqrt(variance * free);
            standardised[row] = standard;
            double others = (freedom - standard * standard) / (freedom - 1);
            studentised[row] = others > 0 ? standard / Math.sqrt(others) : Double.NaN;
            cook[row] = standard * standard * leverage[row] / (free * fit.rank());
        }
        return new Influence(basis, leverage, standardised, studentised, cook);
    }
}
