package io.watertight.ml.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the sheet against R, to eight digits. */
final class RegressionSheetTest {

    private static final String[] ALL = {"cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"};

    static Stream<Arguments> problems() {
        Design longley = AgainstR.design(
                "longley", "Employed", "GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year");
        return Stream.of(
                Arguments.of("mtcars-all", AgainstR.design("mtcars", "mpg", ALL)),
                Arguments.of("mtcars-wt-hp", AgainstR.design("mtcars", "mpg", "wt", "hp")),
                Arguments.of("mtcars-wt", AgainstR.design("mtcars", "mpg", "wt")),
                Arguments.of("mtcars-wt-gear", withGears(AgainstR.design("mtcars", "mpg", "wt"))),
                Arguments.of("longley", longley));
    }

    private static Design withGears(Design design) {
        double[] gears = StatisticalReferenceData.column(StatisticalReferenceData.rows("mtcars.csv"), 10);
        double[] four = Arrays.stream(gears).map(gear -> gear == 4 ? 1 : 0).toArray();
        double[] five = Arrays.stream(gears).map(gear -> gear == 5 ? 1 : 0).toArray();
        return design.with(Term.of("gear", "4", 2), four).with(Term.of("gear", "5", 3), five);
    }

    private static RegressionSheet fit(Design design, Robust kind) {
        return Regression.of("y", design, Optional.of(kind));
    }

    private static double[] each(RegressionSheet sheet, ToDoubleFunction<Coefficient> what) {
        return sheet.coefficients().stream().mapToDouble(what).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void coefficientsWithTheirErrorsTestsAndIntervals(String name, Design design) {
        AgainstR r = new AgainstR(name);
        RegressionSheet sheet = fit(design, Robust.HC3);

        r.agrees("coef", each(sheet, Coefficient::estimate));
        r.agrees("se", each(sheet, one -> one.classical().standardError()));
        r.agrees("t", each(sheet, one -> one.classical().t()));
        r.agrees("p", each(sheet, one -> one.classical().p()));
        r.agrees("low", each(sheet, one -> one.classical().low()));
        r.agrees("high", each(sheet, one -> one.classical().high()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void theWholeModel(String name, Design design) {
        AgainstR r = new AgainstR(name);
        RegressionSheet sheet = fit(design, Robust.HC3);
        Goodness goodness = sheet.goodness();

        r.agrees("sse", sheet.squares().sse());
        r.agrees("ssr", sheet.squares().ssr());
        r.agrees("sst", sheet.squares().sst());
        r.agrees("sigma", goodness.standardError());
        r.agrees("r2", goodness.rSquared());
        r.agrees("adj", goodness.adjusted());
        r.agrees("F", goodness.f(), goodness.modelFreedom(), goodness.residualFreedom());
        r.agrees("Fp", goodness.p());
        r.agrees("aic", goodness.aic());
        r.agrees("bic", goodness.bic());
        r.agrees("loglik", goodness.logLikelihood());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void robustErrors(String name, Design design) {
        AgainstR r = new AgainstR(name);
        for (Robust kind : Robust.values()) {
            r.agrees(
                    kind.name(),
                    each(fit(design, kind), one -> one.robust().orElseThrow().standardError()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void testsOfTheResiduals(String name, Design design) {
        AgainstR r = new AgainstR(name);
        ResidualTests tests = fit(design, Robust.HC3).tests();

        r.agrees(
                "bp",
                tests.breuschPagan().statistic(),
                tests.breuschPagan().freedom(),
                tests.breuschPagan().p());
        r.agrees(
                "koenker",
                tests.koenker().statistic(),
                tests.koenker().freedom(),
                tests.koenker().p());
        r.agrees("dw", tests.durbinWatson());
        r.agrees("jb", tests.jarqueBera().statistic(), tests.jarqueBera().p());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void influenceOfEachRow(String name, Design design) {
        AgainstR r = new AgainstR(name);
        Observations rows = fit(design, Robust.HC3).observations();

        r.agrees("hat", rows.leverage());
        r.agrees("cook", rows.cook());
        r.agrees("rstandard", rows.standardised());
        r.agrees("rstudent", rows.studentised());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void collinearity(String name, Design design) {
        AgainstR r = new AgainstR(name);
        RegressionSheet sheet = fit(design, Robust.HC3);

        r.agrees("kappa", sheet.conditionNumber());
        if (!List.of("mtcars-wt", "mtcars-wt-gear").contains(name)) {
            r.agrees(
                    "vif",
                    sheet.coefficients().stream()
                            .skip(1)
                            .mapToDouble(Coefficient::inflation)
                            .toArray());
        }
    }

    /** Printed in many textbooks: mpg = 37.2851 - 5.3445 wt (R's own documentation, {@code ?mtcars} and {@code ?lm}). */
    @Test
    void theTextbookLine() {
        RegressionSheet sheet = fit(AgainstR.design("mtcars", "mpg", "wt"), Robust.HC3);

        assertThat(sheet.coefficients().get(0).estimate()).isEqualTo(37.2851, within(5e-5));
        assertThat(sheet.coefficients().get(1).estimate()).isEqualTo(-5.3445, within(5e-5));
    }
}
