package io.watertight.ml.regression;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Fits ordinary least squares and fills in the sheet. Stateless and thread-safe. */
public final class Regression {

    /** Coefficients beyond which the arithmetic takes minutes and nobody reads the table. */
    public static final int MOST_TERMS = 500;

    private Regression() {}

    /**
     * Fits a target on columns of a batch. Rows with a missing value in any of them are left out and counted; columns of words
     * are coded against a reference level.
     *
     * @param features the columns to fit on, in the order of the coefficients
     * @param chosen whether a person chose the columns; if not, words that merely name rows are left out, which is said
     * @param robust also give robust standard errors
     * @throws WatertightException if the target is no number or constant, or if there are too few rows or too many columns
     */
    public static RegressionSheet of(
            ColumnBatch batch, String target, List<String> features, boolean chosen, Optional<Robust> robust) {
        RegressionRows rows = RegressionRows.of(batch, target, features, chosen);
        return sheet(target, rows, robust);
    }

    /** Fits a design as it is; its rows are numbered from 0. */
    public static RegressionSheet of(String target, Design design, Optional<Robust> robust) {
        long[] rowIds = LongStream.range(0, design.rows()).toArray();
        RowCount count = new RowCount(design.rows(), design.rows(), design.rows(), Map.of());
        return sheet(target, new RegressionRows(design, rowIds, count, List.of(), List.of()), robust);
    }

    private static RegressionSheet sheet(String target, RegressionRows rows, Optional<Robust> robust) {
        Design design = rows.design();
        refuse(target, design, rows.count());
        Fit fit = LeastSquares.solve(design);
        if (fit.residualFreedom() < 1) {
            throw tooFew(design, rows.count(), fit.rank());
        }
        Influence influence = Influence.of(fit);
        Collinearity collinearity = Collinearity.of(fit);
        return new RegressionSheet(
                target,
                rows.count(),
                fit.squares(),
                Goodness.of(fit),
                robust,
                coefficients(fit, influence, collinearity, robust),
                collinearity.aliased(),
                rows.factors(),
                rows.leftOut(),
                collinearity.conditionNumber(),
                ResidualTests.of(fit, influence),
                Observations.of(rows.rowIds(), fit, influence),
                fit.steps());
    }

    private static List<Coefficient> coefficients(
            Fit fit, Influence influence, Collinearity collinearity, Optional<Robust> robust) {
        double freedom = fit.residualFreedom();
        double reach = Probability.reach(freedom);
        double[] robustErrors = robust.map(kind -> kind.errors(fit, influence)).orElseGet(() -> new double[0]);
        List<Coefficient> result = new ArrayList<>();
        for (int index = 0; index < fit.rank(); index++) {
            double estimate = fit.estimates()[index];
            double error = Math.sqrt(fit.variance()) * Math.sqrt(fit.inverseDiagonal()[index]);
            Optional<Inference> second = robust.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Inference.of(estimate, robustErrors[index], freedom, reach));
            result.add(new Coefficient(
                    fit.terms().get(index),
                    estimate,
                    Inference.of(estimate, error, freedom, reach),
                    second,
                    collinearity.inflation()[index]));
        }
        return result;
    }

    private static void refuse(String target, Design design, RowCount count) {
        if (design.rows() < 2) {
            throw tooFew(design, count, Math.max(2, design.terms().size()));
        }
        double[] values = design.target();
        boolean constant = true;
        for (double value : values) {
            constant &= value == values[0];
        }
        if (constant) {
            throw new WatertightException(
                    "The target '" + target + "' has the same value in all " + Numbers.of(design.rows(), "complete row")
                            + ": there is nothing to explain.",
                    "another column is meant with --target, or the rows that differ lack a value elsewhere");
        }
        if (design.terms().size() > MOST_TERMS) {
            throw new WatertightException(
                    "The columns make " + Numbers.count(design.terms().size())
                            + " coefficients; the sheet has room for " + MOST_TERMS + ".",
                    "name the columns that matter: --features a,b,c");
        }
    }

    private static WatertightException tooFew(Design design, RowCount count, int coefficients) {
        String because = count.dropped() == 0
                ? ""
                : " (" + Numbers.of(count.dropped(), "row") + " with a missing value "
                        + (count.dropped() == 1 ? "was" : "were") + " left out)";
        String remedy = count.missing().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() > count.read() / 2)
                .map(most -> "leave out '" + most.getKey() + "', which is missing in "
                        + Numbers.of(most.getValue(), "row") + ": name the other columns with --features")
                .orElse("name fewer columns: --features a,b,c");
        return new WatertightException(
                Numbers.of(design.rows(), "complete row") + because + " cannot tell "
                        + Numbers.of(coefficients, "coefficient")
                        + " and their errors apart: there must be more rows than coefficients.",
                remedy);
    }
}
