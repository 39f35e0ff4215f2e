package io.watertight.ml.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From rows of a table to a sheet: what is dropped, coded, aliased or refused, and that it is said. */
final class RegressionRowsTest {

    private static RegressionSheet fit(ColumnBatch batch, String... features) {
        return Regression.of(batch, "y", List.of(features), true, Optional.of(Robust.HC3));
    }

    private static void refused(ColumnBatch batch, List<String> features, String... words) {
        assertThatThrownBy(() -> Regression.of(batch, "y", features, true, Optional.empty()))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        problem -> assertThat(problem.explain()).contains(words).doesNotContain("null"));
    }

    private static double noise(int row) {
        return new Random(row * 31L + 7).nextGaussian();
    }

    @Test
    void rowsWithoutAValueAreDroppedAndCounted() {
        ColumnBatch batch = new Tables(40)
                .number("x", row -> row % 10 == 3 ? Double.NaN : row)
                .number("z", row -> row == 3 || row == 5 ? Double.POSITIVE_INFINITY : noise(row))
                .number("y", row -> row == 7 ? Double.NaN : 2 * row + noise(row + 100))
                .batch();

        RegressionSheet sheet = fit(batch, "x", "z");

        assertThat(sheet.rows().read()).isEqualTo(40);
        assertThat(sheet.rows().used()).isEqualTo(34);
        assertThat(sheet.rows().dropped()).isEqualTo(6);
        assertThat(sheet.rows().missing()).isEqualTo(Map.of("x", 4, "z", 2, "y", 1));
        assertThat(sheet.observations().rowIds()).doesNotContain(3, 5, 7, 13, 23, 33);
        assertThat(sheet.coefficients().get(1).estimate()).isEqualTo(2, within(0.1));
    }

    @Test
    void wordsAreComparedWithTheFirstLevelOfTheAlphabet() {
        double[] base = {10, 20, 40};
        ColumnBatch batch = new Tables(60)
                .words("colour", "red", "blue", "green")
                .number("y", row -> base[row % 3] + noise(row) / 1000)
                .batch();

        RegressionSheet sheet = fit(batch, "colour");

        assertThat(sheet.factors()).containsExactly(new Factor("colour", List.of("blue", "green", "red")));
        assertThat(sheet.coefficients())
                .extracting(one -> one.term().name(true))
                .containsExactly("(intercept)", "colour[green]", "colour[red]");
        assertThat(sheet.coefficients())
                .extracting(one -> one.term().name(false))
                .containsExactly("(intercept)", "colour[level 2]", "colour[level 3]");
        assertThat(sheet.coefficients().get(0).estimate()).isEqualTo(20, within(0.01));
        assertThat(sheet.coefficients().get(1).estimate()).isEqualTo(20, within(0.01));
        assertThat(sheet.coefficients().get(2).estimate()).isEqualTo(-10, within(0.01));
    }

    @Test
    void columnsThatOthersDetermineAreNamedWithTheirSum() {
        ColumnBatch batch = new Tables(50)
                .number("a", row -> noise(row))
                .number("b", row -> noise(row + 1000))
                .number("total", row -> noise(row) + 3 * noise(row + 1000) - 5)
                .number("c", row -> noise(row + 2000))
                .number("y", row -> noise(row) - noise(row + 2000) + noise(row + 3000) / 100)
                .batch();

        RegressionSheet sheet = fit(batch, "a", "b", "total", "c");

        assertThat(sheet.coefficients())
                .extracting(one -> one.term().column())
                .containsExactly("(intercept)", "a", "b", "c");
        Aliased aliased = sheet.aliased().get(0);
        assertThat(aliased.term().column()).isEqualTo("total");
        assertThat(aliased.combination().get(Term.of("a"))).isEqualTo(1, within(1e-9));
        assertThat(aliased.combination().get(Term.of("b"))).isEqualTo(3, within(1e-9));
        assertThat(aliased.combination().get(Term.INTERCEPT)).isEqualTo(-5, within(1e-9));
        assertThat(sheet.goodness().modelFreedom()).isEqualTo(3);
        assertThat(sheet.goodness().residualFreedom()).isEqualTo(46);
    }

    @Test
    void anAliasedColumnChangesNoOtherCoefficient() {
        ColumnBatch batch = new Tables(50)
                .number("a", row -> noise(row))
                .number("twice", row -> 2 * noise(row))
                .number("y", row -> noise(row) + noise(row + 50))
                .batch();

        assertThat(fit(batch, "a", "twice").coefficients().get(1).estimate())
                .isEqualTo(fit(batch, "a").coefficients().get(1).estimate());
    }

    @Test
    void wordsThatNameRowsAreLeftOutUnlessChosen() {
        String[] names = IntStream.range(0, 30).mapToObj(row -> "car " + row).toArray(String[]::new);
        ColumnBatch batch = new Tables(30)
                .words("name", names)
                .number("nothing", row -> Double.NaN)
                .number("same", row -> 5)
                .number("x", row -> row)
                .number("y", row -> row + noise(row))
                .batch();

        RegressionSheet sheet =
                Regression.of(batch, "y", List.of("name", "nothing", "same", "x"), false, Optional.empty());

        assertThat(sheet.coefficients()).extracting(one -> one.term().column()).containsExactly("(intercept)", "x");
        assertThat(sheet.leftOut()).extracting(LeftOut::column).containsExactly("name", "nothing", "same");
        assertThat(sheet.rows().used()).isEqualTo(30);
        refused(batch, List.of("name"), "30 complete rows", "30 coefficients");
    }

    @Test
    void whatCannotBeFittedIsRefusedWithAReasonAndARemedy() {
        Tables few = new Tables(3)
                .number("a", row -> row)
                .number("b", row -> row * row)
                .number("y", row -> noise(row));
        refused(few.batch(), List.of("a", "b"), "3 complete rows", "3 coefficients", "--features");
        refused(
                new Tables(1).number("x", row -> 1).number("y", row -> 2).batch(),
                List.of("x"),
                "1 complete row ",
                "more rows than coefficients");
        refused(
                new Tables(9).number("x", row -> row).number("y", row -> 4).batch(),
                List.of("x"),
                "'y' has the same value in all 9 complete rows");
        refused(
                new Tables(9).number("x", row -> row).words("y", "low", "high").batch(),
                List.of("x"),
                "'y' holds words");
        refused(
                new Tables(9)
                        .number("x", row -> row < 8 ? Double.NaN : 1)
                        .number("y", row -> row)
                        .batch(),
                List.of("x"),
                "8 rows with a missing value were left out",
                "leave out 'x', which is missing in 8 rows");
        Tables wide = new Tables(2_000).number("y", row -> noise(row));
        List<String> names =
                IntStream.range(0, 501).mapToObj(column -> "x" + column).toList();
        names.forEach(name -> wide.number(name, row -> (row * 31L + name.hashCode()) % 97));
        refused(wide.batch(), names, "502 coefficients", "500", "--features");
    }

    @Test
    void aRowThatFitsExactlyWhateverItsValueHasNoStudentisedResidual() {
        ColumnBatch batch = new Tables(20)
                .number("only", row -> row == 4 ? 1 : 0)
                .number("x", row -> row)
                .number("y", row -> row + noise(row))
                .batch();

        Observations rows = fit(batch, "only", "x").observations();

        assertThat(rows.leverage()[4]).isEqualTo(1);
        assertThat(rows.studentised()[4]).isNaN();
        assertThat(rows.cook()[4]).isNaN();
        assertThat(rows.leverage()[5]).isLessThan(1);
        assertThat(Arrays.stream(rows.leverage()).sum()).isEqualTo(3, within(1e-9));
    }

    @Test
    void unitsDoNotMatterHoweverExtreme() {
        double huge = 0x1p300;
        double tiny = 0x1p-300;
        ColumnBatch plain = new Tables(40)
                .number("x", row -> noise(row))
                .number("y", row -> noise(row) + noise(row + 40))
                .batch();
        ColumnBatch scaled = new Tables(40)
                .number("x", row -> huge * noise(row))
                .number("y", row -> tiny * (noise(row) + noise(row + 40)))
                .batch();

        Coefficient expected = fit(plain, "x").coefficients().get(1);
        Coefficient found = fit(scaled, "x").coefficients().get(1);

        assertThat(found.classical().t()).isEqualTo(expected.classical().t(), within(1e-9));
    }
}
