package io.watertight.ml.algorithm.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.Sets;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {

    private static final Features FEATURES = new Features(
            3,
            List.of(
                    NumberBlock.of("debt", new double[] {6, 8, 9}),
                    NumberBlock.of("net income", new double[] {2, 4, 0}),
                    NumberBlock.of("a\"b", new double[] {1, 2, 3}),
                    NumberBlock.of("x+y", new double[] {7, 7, 7}),
                    new CategoryBlock("late", new int[] {1, 0, -1}, List.of("false", "true")),
                    new CategoryBlock("city", new int[] {0, 0, 0}, List.of("Rome"))));

    private static final Response TARGET = new Response.Numbers(new double[] {1, 2, 3});

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "debt | 6 | 8",
                "-debt | -6 | -8",
                "debt / \"net income\" | 3 | 2",
                "`net income`-debt-1 | -5 | -5",
                "2 + 3 * debt | 20 | 26",
                "(2 + 3) * debt | 30 | 40",
                "--debt * -1.5e1 | -90 | -120",
                "min(debt, 7, `net income` * 100) | 6 | 7",
                "MAX(debt,7) | 7 | 8",
                "sqrt(debt * debt) - abs(-`net income`) | 4 | 4",
                "log(debt / debt) | 0 | 0",
                "\"a\"\"b\" | 1 | 2",
                "x+y | 7 | 7",
                "late | 1 | 0",
                "8 / 2 / 2 + .5 | 2.5 | 2.5"
            })
    void takesAnExpressionAsItStands(String text, double first, double second) {
        double[] scores = Sets.predict(Sets.fit(new Formula(text), FEATURES, TARGET), FEATURES)
                .single();

        assertThat(scores).startsWith(first, second);
    }

    @Test
    void aRowWithoutAValueGetsTheMedianOfTheTrainingRows() {
        Model model = Sets.fit(new Formula("debt / `net income`"), FEATURES, TARGET);

        assertThat(Sets.predict(model, FEATURES).single()).containsExactly(3, 2, 3);
        assertThat(model.parameters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "debt +",
                "(debt",
                "debt)",
                "debt debt",
                "1.2.3",
                "sin(debt)",
                "min(debt)",
                "abs(debt, 1)",
                "`debt",
                "#",
                "city",
                "unknown * 2",
                "log(-debt)"
            })
    void whatMakesNoSenseIsRefusedWithTheFormula(String text) {
        assertThatThrownBy(() -> Sets.fit(new Formula(text), FEATURES, TARGET))
                .isInstanceOfSatisfying(WatertightException.class, refusal -> {
                    assertThat(refusal.getMessage()).isNotBlank();
                    assertThat(refusal.remedy()).isNotBlank();
                });
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(100_000)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("200 deep");
    }
}
