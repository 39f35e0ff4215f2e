package io.watertight.app.report;

import io.watertight.core.report.Numbers;
import io.watertight.ml.regression.Coefficient;
import io.watertight.ml.regression.Goodness;
import io.watertight.ml.regression.Inference;
import io.watertight.ml.regression.Observations;
import io.watertight.ml.regression.RegressionSheet;
import io.watertight.ml.regression.Suggestion;
import io.watertight.ml.regression.SumsOfSquares;
import io.watertight.ml.regression.TestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of a regression sheet in their order, for every form it is written in but JSON. */
final class RegressionSections {

    private static final int MOST_ROWS = 5;

    private final RegressionReport report;
    private final RegressionSheet sheet;

    RegressionSections(RegressionReport report) {
        this.report = report;
        this.sheet = report.sheet();
    }

    /** {@code R2 0.8268, adjusted 0.8148}. */
    String headline() {
        Goodness goodness = sheet.goodness();
        return "R2 " + Figures.share(goodness.rSquared()) + ", adjusted " + Figures.share(goodness.adjusted());
    }

    /** What was explained by what. */
    String scope() {
        Goodness goodness = sheet.goodness();
        String test = goodness.modelFreedom() == 0
                ? ""
                : String.format(
                        Locale.ENGLISH,
                        "; F(%d, %d) = %s, %s",
                        goodness.modelFreedom(),
                        goodness.residualFreedom(),
                        Figures.of(goodness.f()),
                        Figures.equalsProbability(goodness.p()));
        return "'" + sheet.target() + "' by least squares on "
                + Numbers.of(sheet.rows().used(), "row") + " with "
                + Numbers.of(sheet.coefficients().size(), "coefficient") + test + ".";
    }

    /** The whole sheet. */
    Sheet sheetOfAll() {
        List<FindingCard.Fact> figures = List.of(
                new FindingCard.Fact("rows fitted", Numbers.count(sheet.rows().used())),
                new FindingCard.Fact(
                        "coefficients", Numbers.count(sheet.coefficients().size())),
                new FindingCard.Fact(
                        "residual standard error", Figures.of(sheet.goodness().standardError())),
                new FindingCard.Fact(
                        "F test, p", Figures.probability(sheet.goodness().p())),
                new FindingCard.Fact("condition number", Figures.of(sheet.conditionNumber())));
        return new Sheet(
                report.data(),
                "Least squares: " + sheet.target(),
                headline(),
                scope(),
                figures,
                all(),
                ResidualPlots.of(report),
                report.showValues(),
                report.version());
    }

    private List<SheetSection> all() {
        return Stream.of(readAs(), remarks(), coefficients(), variance(), tests(), influence(), advice(), terms())
                .filter(section -> !section.isEmpty())
                .toList();
    }

    private SheetSection readAs() {
        List<String> lines = new ArrayList<>();
        int dropped = sheet.rows().dropped();
        long table = sheet.rows().table();
        String sampled = sheet.rows().read() < table
                ? Numbers.count(sheet.rows().read()) + " rows drawn of " + Numbers.count(table)
                : Numbers.of(table, "row");
        lines.add(report.data() + ": " + sampled + "; "
                + (dropped == 0
                        ? "all complete."
                        : Numbers.count(dropped) + " left out because a value is missing ("
                                + sheet.rows().missing().entrySet().stream()
                                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                                .reversed())
                                        .limit(MOST_ROWS)
                                        .map(one -> one.getKey() + " in " + Numbers.count(one.getValue()))
                                        .collect(Collectors.joining(", "))
                                + ")."));
        report.notices().forEach(notice -> lines.add("While reading: " + notice + "."));
        sheet.factors()
                .forEach(factor -> lines.add("'" + factor.column() + "' holds words: "
                        + Numbers.of(factor.levels().size(), "level") + ", each compared with "
                        + (report.showValues() ? "'" + factor.reference(true) + "'" : factor.reference(false))
                        + ", the first in alphabetical order."));
        sheet.leftOut().forEach(one -> lines.add("'" + one.column() + "' is left out: it " + one.reason() + "."));
        return new SheetSection("read", "Read as", lines, List.of());
    }

    private SheetSection remarks() {
        return new SheetSection("remarks", "Look at", RegressionRemarks.of(report), List.of());
    }

    private SheetSection coefficients() {
        List<String> head =
                new ArrayList<>(List.of("term", "estimate", "std. error", "t", "p", "2.5 %", "97.5 %", "VIF"));
        List<List<String>> rows = sheet.coefficients().stream()
                .map(one -> coefficient(one, one.classical()))
                .toList();
        List<SheetSection.Table> tables = new ArrayList<>();
        tables.add(new SheetSection.Table("Coefficients, usual standard errors", head, rows, 0));
        sheet.robustKind()
                .ifPresent(kind -> tables.add(new SheetSection.Table(
                        "Coefficients, " + kind
                                + " standard errors: right also where the variance changes from row to row",
                        head.subList(0, 7),
                        sheet.coefficients().stream()
                                .map(one -> coefficient(one, one.robust().orElseThrow())
                                        .subList(0, 7))
                                .toList(),
                        0)));
        return new SheetSection("coefficients", "Coefficients", List.of(), tables);
    }

    private List<String> coefficient(Coefficient one, Inference by) {
        return List.of(
                one.term().name(report.showValues()),
                Figures.of(one.estimate()),
                Figures.of(by.standardError()),
                String.format(Locale.ENGLISH, "%.3f", by.t()),
                Figures.probability(by.p()),
                Figures.of(by.low()),
                Figures.of(by.high()),
                Double.isNaN(one.inflation()) ? "" : String.format(Locale.ENGLISH, "%.2f", one.inflation()));
    }

    private SheetSection variance() {
        SumsOfSquares squares = sheet.squares();
        Goodness goodness = sheet.goodness();
        int model = goodness.modelFreedom();
        int residual = goodness.residualFreedom();
        SheetSection.Table table = new SheetSection.Table(
                "Analysis of variance",
                List.of("source", "df", "sum of squares", "mean square", "F", "p"),
                List.of(
                        List.of(
                                "model (SSR)",
                                String.valueOf(model),
                                Figures.of(squares.ssr()),
                                Figures.of(squares.ssr() / model),
                                Figures.of(goodness.f()),
                                Figures.probability(goodness.p())),
                        List.of(
                                "residual (SSE)",
                                String.valueOf(residual),
                                Figures.of(squares.sse()),
                                Figures.of(squares.sse() / residual),
                                "",
                                ""),
                        List.of(
                                "total (SST)",
                                String.valueOf(model + residual),
                                Figures.of(squares.sst()),
                                "",
                                "",
                                "")),
                0);
        String line = "n " + Numbers.count(sheet.rows().used()) + ", p "
                + sheet.coefficients().size()
                + " with the intercept. Residual standard error " + Figures.of(goodness.standardError())
                + ". Log-likelihood " + Figures.of(goodness.logLikelihood()) + ", AIC " + Figures.of(goodness.aic())
                + ", BIC " + Figures.of(goodness.bic())
                + " (the error variance counted as a parameter). Condition number "
                + Figures.of(sheet.conditionNumber()) + ".";
        return new SheetSection("variance", "Analysis of variance", List.of(line), List.of(table));
    }

    private SheetSection tests() {
        List<List<String>> rows = List.of(
                test("Breusch-Pagan", sheet.tests().breuschPagan(), "equal variance, for normal errors"),
                test("Koenker", sheet.tests().koenker(), "equal variance, whatever the errors"),
                test("Jarque-Bera", sheet.tests().jarqueBera(), "normal errors"),
                List.of(
                        "Durbin-Watson",
                        Figures.of(sheet.tests().durbinWatson()),
                        "",
                        "",
                        "unrelated neighbours, in the order of the rows: 2"));
        return new SheetSection(
                "tests",
                "Tests of the residuals",
                List.of(),
                List.of(new SheetSection.Table(
                        "A small p speaks against what is tested",
                        List.of("test", "statistic", "df", "p", "tests"),
                        rows,
                        1)));
    }

    private static List<String> test(String name, TestResult result, String tested) {
        return List.of(
                name,
                Figures.of(result.statistic()),
                String.valueOf(result.freedom()),
                Figures.probability(result.p()),
                tested);
    }

    private SheetSection influence() {
        Observations rows = sheet.observations();
        List<List<String>> top = IntStream.range(0, rows.rows())
                .filter(row -> !Double.isNaN(rows.cook()[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -rows.cook()[row]))
                .limit(MOST_ROWS)
                .map(row -> List.of(
                        Numbers.count(rows.rowIds()[row] + 1),
                        Figures.of(rows.cook()[row]),
                        Figures.of(rows.leverage()[row]),
                        Figures.of(rows.studentised()[row])))
                .toList();
        return new SheetSection(
                "influence",
                "Rows that weigh most",
                List.of(),
                List.of(new SheetSection.Table(
                        "By Cook's distance; row 1 is the first row of data",
                        List.of("row", "Cook's distance", "leverage", "studentised residual"),
                        top,
                        0)));
    }

    private SheetSection advice() {
        List<String> lines = new ArrayList<>();
        List<SheetSection.Table> tables = new ArrayList<>();
        report.advice().ifPresent(advice -> {
            lines.add("Measured out of fold (" + advice.scheme() + "), against this regression, whose R2 there is "
                    + Figures.share(advice.rSquared())
                    + ". A gain counts when its whole interval lies above 0.");
            tables.add(new SheetSection.Table(
                    "Six steps, in the order in which to try them",
                    List.of("step", "gain in R2", "95 % interval", "seconds", "parameters", "what was tried"),
                    advice.suggestions().stream()
                            .map(RegressionSections::suggestion)
                            .toList(),
                    1));
        });
        return new SheetSection("next", "What to try next", lines, tables);
    }

    private static List<String> suggestion(Suggestion one) {
        Suggestion.Gain gain = one.gain();
        return List.of(
                one.step().title(),
                gain.isTried() ? String.format(Locale.ENGLISH, "%+.3f", gain.change()) : "-",
                gain.isTried() ? String.format(Locale.ENGLISH, "%+.3f to %+.3f", gain.low(), gain.high()) : "-",
                gain.isTried()
                        ? String.format(Locale.ENGLISH, "%.1f", one.cost().seconds())
                        : "-",
                gain.isTried() ? Numbers.count(one.cost().parameters()) : "-",
                one.what());
    }

    private static SheetSection terms() {
        return new SheetSection(
                "terms",
                "Terms",
                List.of(
                        "SSE is what the model leaves over, SSR what it explains, SST the whole: R2 = 1 - SSE/SST = SSR/SST,"
                                + " adjusted R2 = 1 - (SSE/(n-p))/(SST/(n-1)), p counting the intercept. All of them describe the"
                                + " rows that were fitted; how well new rows are predicted is another question."),
                List.of());
    }
}
