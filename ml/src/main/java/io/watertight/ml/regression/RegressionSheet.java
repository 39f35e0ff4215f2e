package io.watertight.ml.regression;

import java.util.List;
import java.util.Optional;

/**
 * All that ordinary least squares says about a table.
 *
 * @param target the column explained
 * @param rows which rows the numbers rest on
 * @param squares sums of squares
 * @param goodness how well the model fits
 * @param robustKind which robust standard errors were asked for
 * @param coefficients the intercept first, then in the order of the columns
 * @param aliased columns without a coefficient, because others determine them
 * @param factors columns of words and their reference levels
 * @param leftOut columns that were not fitted
 * @param conditionNumber of the design with columns of length 1
 * @param tests whether the residuals are what the standard errors suppose
 * @param observations the sheet row by row
 * @param refinements steps until the coefficients no longer changed
 */
public record RegressionSheet(
        String target,
        RowCount rows,
        SumsOfSquares squares,
        Goodness goodness,
        Optional<Robust> robustKind,
        List<Coefficient> coefficients,
        List<Aliased> aliased,
        List<Factor> factors,
        List<LeftOut> leftOut,
        double conditionNumber,
        ResidualTests tests,
        Observations observations,
        int refinements) {

    public RegressionSheet {
        coefficients = List.copyOf(coefficients);
        aliased = List.copyOf(aliased);
        factors = List.copyOf(factors);
        leftOut = List.copyOf(leftOut);
    }
}
