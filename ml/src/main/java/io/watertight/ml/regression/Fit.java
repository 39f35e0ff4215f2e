package io.watertight.ml.regression;

import java.util.List;

/**
 * A solved least-squares problem. Arrays are shared: nobody writes to them.
 *
 * @param design what was fitted
 * @param qr its factors
 * @param scales each kept column was divided by two to this power before it was factored
 * @param estimates coefficients of the kept columns, in their order
 * @param residuals target minus fitted value, by row
 * @param squares sums of squares
 * @param inverseDiagonal diagonal of (X'X)^-1 for the kept columns
 * @param steps steps of refinement until nothing changed
 */
record Fit(
        Design design,
        HouseholderQr qr,
        int[] scales,
        double[] estimates,
        double[] residuals,
        SumsOfSquares squares,
        double[] inverseDiagonal,
        int steps) {

    int rows() {
        return residuals.length;
    }

    /** Coefficients that can be told apart, the intercept among them. */
    int rank() {
        return estimates.length;
    }

    int residualFreedom() {
        return rows() - rank();
    }

    /** Estimated variance of the errors, SSE by its degrees of freedom. */
    double variance() {
        return squares.sse() / residualFreedom();
    }

    /** The terms of the kept columns. */
    List<Term> terms() {
        return qr.kept().stream().map(design.terms()::get).toList();
    }

    /** A kept column. */
    double[] column(int index) {
        return design.column(qr.kept().get(index));
    }

    double fitted(int row) {
        return design.target()[row] - residuals[row];
    }
}
