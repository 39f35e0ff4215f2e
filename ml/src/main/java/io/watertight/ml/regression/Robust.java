package io.watertight.ml.regression;

/**
 * Standard errors that hold when the errors' variance differs between rows (White, Econometrica 48 (1980), 817-838; MacKinnon and
 * White, Journal of Econometrics 29 (1985), 305-325). They differ in how a residual e with leverage h stands for its row's variance.
 */
public enum Robust {
    /** e^2. */
    HC0,
    /** e^2 n / (n - p). */
    HC1,
    /** e^2 / (1 - h). */
    HC2,
    /** e^2 / (1 - h)^2; the best of them below some 250 rows (Long and Ervin, The American Statistician 54 (2000), 217-224). */
    HC3;

    private double weight(double residual, double leverage, double rows, double rank) {
        double square = residual * residual;
        return switch (this) {
            case HC0 -> square;
            case HC1 -> square * rows / (rows - rank);
            case HC2 -> square / (1 - leverage);
            case HC3 -> square / ((1 - leverage) * (1 - leverage));
        };
    }

    /** One standard error a kept column; NaN when a row fits exactly whatever its value, for HC2 and HC3. */
    double[] errors(Fit fit, Influence influence) {
        double[][] basis = influence.basis();
        double[] sums = new double[fit.rank()];
        double[] row = new double[fit.rank()];
        for (int index = 0; index < fit.rows(); index++) {
            for (int column = 0; column < row.length; column++) {
                row[column] = basis[column][index];
            }
            fit.qr().solve(row); // the row of X (X'X)^-1, for the scaled columns
            double weight = weight(fit.residuals()[index], influence.leverage()[index], fit.rows(), fit.rank());
            for (int column = 0; column < row.length; column++) {
                sums[column] = Math.fma(row[column] * row[column], weight, sums[column]);
            }
        }
        double[] errors = new double[sums.length];
        for (int column = 0; column < sums.length; column++) {
            errors[column] = Math.scalb(Math.sqrt(sums[column]), -fit.scales()[column]);
        }
        return errors;
    }
}
