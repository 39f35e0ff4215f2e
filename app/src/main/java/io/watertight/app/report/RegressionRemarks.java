package io.watertight.app.report;

import io.watertight.core.report.Numbers;
import io.watertight.ml.regression.Coefficient;
import io.watertight.ml.regression.Observations;
import io.watertight.ml.regression.RegressionSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What in a sheet deserves a second look, as sentences; the thresholds are the usual ones and are named. */
final class RegressionRemarks {

    /** R2 nearer to 1 than this is an identity, up to the rounding of the file. */
    private static final double EXACT = 1e-6;

    private static final double COLLINEAR = 30;
    private static final double INFLATED = 10;
    private static final double DOUBT = 0.05;
    private static final int MOST_NAMES = 5;

    private RegressionRemarks() {}

    static List<String> of(RegressionReport report) {
        RegressionSheet sheet = report.sheet();
        List<String> remarks = new ArrayList<>();
        if (1 - sheet.goodness().rSquared() < EXACT) {
            remarks.add("The columns give the target away all but exactly (1 - R2 is "
                    + Numbers.measured(1 - sheet.goodness().rSquared())
                    + "): one of them, or several together, may be the target in other words. Maybe look with: watertight"
                    + " audit FILE --target " + sheet.target() + ".");
        }
        columns(report, remarks);
        rows(sheet, remarks);
        variance(sheet, remarks);
        return remarks;
    }

    private static void columns(RegressionReport report, List<String> remarks) {
        RegressionSheet sheet = report.sheet();
        sheet.aliased().forEach(one -> remarks.add(AliasText.of(one, report.showValues())));
        if (sheet.conditionNumber() > COLLINEAR) {
            List<String> inflated = sheet.coefficients().stream()
                    .filter(one -> one.inflation() > INFLATED)
                    .map(one -> one.term().name(report.showValues()))
                    .toList();
            remarks.add("The columns say much the same (condition number "
                    + Figures.of(sheet.conditionNumber()) + ", above 30)"
                    + (inflated.isEmpty()
                            ? ""
                            : "; least can be told apart: " + listed(inflated)
                                    + " (variance inflated more than tenfold)")
                    + ". Predictions do not suffer, single coefficients do.");
        }
        int coefficients = sheet.coefficients().size();
        if (sheet.rows().used() < 10 * coefficients) {
            remarks.add(Numbers.count(sheet.rows().used()) + " rows for " + coefficients
                    + " coefficients are few (below ten each): R2 on these rows flatters the model.");
        }
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private static void rows(RegressionSheet sheet, List<String> remarks) {
        Observations rows = sheet.observations();
        List<Long> certain = new ArrayList<>();
        List<Long> heavy = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.leverage()[row] == 1) {
                certain.add(rows.rowIds()[row] + 1);
            } else if (rows.cook()[row] > 1) {
                heavy.add(rows.rowIds()[row] + 1);
            }
        }
        if (!certain.isEmpty()) {
            remarks.add(Numbers.of(certain.size(), "row") + " (" + first(certain)
                    + ") fit exactly whatever their value (leverage 1): a coefficient rests on each alone. They have no"
                    + " studentised residual and no Cook's distance, and HC2 and HC3 errors are not defined.");
        }
        if (!heavy.isEmpty()) {
            remarks.add(
                    Numbers.of(heavy.size(), "row") + " (" + first(heavy)
                            + ") would change the coefficients by more than their errors if left out (Cook's distance above 1).");
        }
    }

    private static String first(List<Long> numbers) {
        return "row " + listed(numbers.stream().map(Numbers::count).toList());
    }

    private static void variance(RegressionSheet sheet, List<String> remarks) {
        double p = sheet.tests().koenker().p();
        if (p < DOUBT && sheet.robustKind().isEmpty()) {
            remarks.add("The residuals' variance changes with the columns (Koenker's test, "
                    + Figures.equalsProbability(p) + "): the usual standard errors are wrong. Maybe use --robust.");
        }
        double watson = sheet.tests().durbinWatson();
        if (watson < 1.5 || watson > 2.5) {
            remarks.add(String.format(
                    Locale.ENGLISH,
                    "Neighbouring rows have %s residuals (Durbin-Watson %.2f, 2 if unrelated). If the order of the rows is"
                            + " that of time, standard errors and random splits are too optimistic.",
                    watson < 1.5 ? "similar" : "opposite",
                    watson));
        }
        boolean far = sheet.tests().jarqueBera().p() < 0.01;
        if (far && sheet.rows().used() < 30 * sheet.coefficients().size()) {
            remarks.add("The residuals are far from normal (Jarque-Bera, "
                    + Figures.equalsProbability(sheet.tests().jarqueBera().p())
                    + "), and with so few rows t, p and intervals lean on that.");
        }
        long undefined = sheet.coefficients().stream()
                .map(Coefficient::robust)
                .flatMap(Optional::stream)
                .filter(one -> Double.isNaN(one.standardError()))
                .count();
        if (undefined > 0) {
            remarks.add("Robust errors are not defined here; HC0 and HC1 always are: --robust-type hc1.");
        }
    }
}
