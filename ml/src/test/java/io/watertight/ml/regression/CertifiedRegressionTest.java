package io.watertight.ml.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The certified problems of {@link StatisticalReferenceData}; digits are counted as log relative errors. */
final class CertifiedRegressionTest {

    private static final List<String> SETS =
            List.of("Norris", "Longley", "Filip", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5");

    private static double coefficientDigits(String set, RegressionSheet sheet) {
        double worst = 15;
        for (int index = 0; index < sheet.coefficients().size(); index++) {
            double certified =
                    StatisticalReferenceData.certified(set, "B" + index).value();
            worst = Math.min(
                    worst,
                    StatisticalReferenceData.digits(
                            sheet.coefficients().get(index).estimate(), certified));
        }
        return worst;
    }

    private static double errorDigits(String set, RegressionSheet sheet) {
        double worst = 15;
        for (int index = 0; index < sheet.coefficients().size(); index++) {
            double certified =
                    StatisticalReferenceData.certified(set, "B" + index).deviation();
            double computed = sheet.coefficients().get(index).classical().standardError();
            worst = Math.min(worst, StatisticalReferenceData.digits(computed, certified));
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({
        "Norris, 13, 12",
        "Longley, 13, 12",
        "Filip, 13, 12",
        "Wampler1, 14, 14",
        "Wampler2, 12, 14",
        "Wampler3, 13, 12",
        "Wampler4, 13, 12",
        "Wampler5, 13, 12"
    })
    void coefficientsAndTheirErrorsAreTheCertifiedOnes(String set, double coefficients, double errors) {
        RegressionSheet sheet = StatisticalReferenceData.fit(set, true);

        assertThat(coefficientDigits(set, sheet))
                .as("digits of the coefficients")
                .isGreaterThanOrEqualTo(coefficients);
        assertThat(errorDigits(set, sheet)).as("digits of the standard errors").isGreaterThanOrEqualTo(errors);
        assertThat(sheet.aliased()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Norris", "Longley", "Filip", "Wampler3", "Wampler4", "Wampler5"})
    void theAnalysisOfVarianceIsTheCertifiedOne(String set) {
        RegressionSheet sheet = StatisticalReferenceData.fit(set, true);

        Goodness goodness = sheet.goodness();
        assertThat((double) goodness.modelFreedom()).isEqualTo(value(set, "regression freedom"));
        assertThat((double) goodness.residualFreedom()).isEqualTo(value(set, "residual freedom"));
        assertDigits(goodness.standardError(), value(set, "residual standard deviation"), 13);
        assertDigits(goodness.rSquared(), value(set, "R2"), 13);
        assertDigits(sheet.squares().ssr(), value(set, "regression sum"), 13);
        assertDigits(sheet.squares().sse(), value(set, "residual sum"), 13);
        assertDigits(goodness.f(), value(set, "F"), 13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wampler1", "Wampler2"})
    void anExactFitLeavesWhatRoundingTheDataLeft(String set) {
        RegressionSheet sheet = StatisticalReferenceData.fit(set, true);

        assertThat(sheet.goodness().rSquared()).isEqualTo(1);
        assertThat(sheet.squares().sse()).isLessThan(1e-24);
        assertDigits(sheet.squares().ssr(), value(set, "regression sum"), 13);
        assertThat(sheet.goodness().p()).isLessThan(1e-100);
    }

    @Test
    void powersRoundedToDoublesCostDigitsThatNoSolverCanWinBack() {
        RegressionSheet sheet = StatisticalReferenceData.fit("Filip", false);

        assertThat(coefficientDigits("Filip", sheet)).isBetween(7.0, 12.0);
        assertThat(sheet.aliased()).isEmpty();
    }

    @Test
    void thePageShowsTheDigitsThatAreReached() throws IOException {
        StringBuilder table =
                new StringBuilder("| data set | coefficients | coefficients, powers rounded to doubles first"
                        + " | standard errors | condition number |\n| --- | ---: | ---: | ---: | ---: |\n");
        for (String set : SETS) {
            RegressionSheet exact = StatisticalReferenceData.fit(set, true);
            RegressionSheet rounded = StatisticalReferenceData.fit(set, false);
            table.append(String.format(
                    Locale.ENGLISH,
                    "| %s | %.0f | %.0f | %.0f | %.1e |%n",
                    set,
                    Math.floor(coefficientDigits(set, exact)),
                    Math.floor(coefficientDigits(set, rounded)),
                    Math.floor(errorDigits(set, exact)),
                    exact.conditionNumber()));
        }

        assertThat(Files.readString(Path.of("..", "docs", "cases", "regression.md")))
                .as("docs/cases/regression.md shows other digits; copy these:%n%s", table)
                .contains(table);
    }

    private static double value(String set, String quantity) {
        return StatisticalReferenceData.certified(set, quantity).value();
    }

    private static void assertDigits(double computed, double certified, double digits) {
        assertThat(StatisticalReferenceData.digits(computed, certified))
                .as("digits of %s against %s", computed, certified)
                .isGreaterThanOrEqualTo(digits);
    }
}
