package io.watertight.ml.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.ColumnBatch;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FitLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The six steps, each on data where it is known to help, or known not to. */
final class AdvisorTest {

    private static final long SEED = 11;

    private static IntToDoubleFunction normal(long seed, int rows) {
        Random random = new Random(seed);
        double[] values =
                random.doubles(rows).map(ignored -> random.nextGaussian()).toArray();
        return row -> values[row];
    }

    private static Suggestion step(Step step, ColumnBatch batch, String... features) {
        return advice(batch, FitContext.of(SEED), features).suggestions().stream()
                .filter(one -> one.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private static Advice advice(ColumnBatch batch, FitContext context, String... features) {
        RegressionSheet sheet = Regression.of(batch, "y", List.of(features), true, Optional.empty());
        return new Advisor(batch, sheet, context)
                .advise(Optional.of(new Formulas.Chosen()))
                .orElseThrow();
    }

    @Test
    void allSixStepsComeInTheirOrder() {
        IntToDoubleFunction x = normal(1, 200);
        IntToDoubleFunction e = normal(2, 200);
        ColumnBatch batch = new Tables(200)
                .number("x", x)
                .number("y", row -> x.applyAsDouble(row) + e.applyAsDouble(row))
                .batch();

        Advice advice = advice(batch, FitContext.of(SEED), "x");

        assertThat(advice.suggestions()).extracting(Suggestion::step).containsExactly(Step.values());
        assertThat(advice.scheme()).isEqualTo("at random, 5 folds, 5 times");
        assertThat(advice.rSquared()).isEqualTo(0.5, within(0.12));
        assertThat(advice.suggestions())
                .as("a straight line with noise needs nothing")
                .noneMatch(one -> one.gain().isSure());
        assertThat(advice.suggestions()).allSatisfy(one -> {
            assertThat(one.gain().low()).isLessThanOrEqualTo(one.gain().change());
            assertThat(one.gain().high()).isGreaterThanOrEqualTo(one.gain().change());
            assertThat(one.cost().parameters()).isBetween(1L, 10L);
        });
    }

    @Test
    void aPowerLawAsksForAnotherForm() {
        IntToDoubleFunction x = normal(3, 300);
        IntToDoubleFunction e = normal(4, 300);
        ColumnBatch batch = new Tables(300)
                .number("x", row -> Math.exp(x.applyAsDouble(row)))
                .number("y", row -> Math.exp(0.5 * x.applyAsDouble(row) + 0.1 * e.applyAsDouble(row)))
                .batch();

        assertThat(step(Step.FORM, batch, "x").gain().low()).isGreaterThan(0.02);
    }

    @Test
    void aBowlAsksForPolynomialTerms() {
        IntToDoubleFunction x = normal(5, 300);
        IntToDoubleFunction e = normal(6, 300);
        ColumnBatch batch = new Tables(300)
                .number("x", x)
                .number("y", row -> x.applyAsDouble(row) * x.applyAsDouble(row) + 0.3 * e.applyAsDouble(row))
                .batch();

        Suggestion polynomial = step(Step.POLYNOMIAL, batch, "x");

        assertThat(polynomial.gain().low()).isGreaterThan(0.5);
        assertThat(polynomial.cost().parameters()).isEqualTo(3);
    }

    @Test
    void manyColumnsOfNoiseAskForRegularisationAndFewerColumns() {
        Tables table = new Tables(150);
        IntToDoubleFunction x = normal(7, 150);
        IntToDoubleFunction e = normal(8, 150);
        table.number("x", x).number("y", row -> x.applyAsDouble(row) + e.applyAsDouble(row));
        String[] names = new String[60];
        names[0] = "x";
        for (int column = 1; column < names.length; column++) {
            names[column] = "noise" + column;
            table.number(names[column], normal(100 + column, 150));
        }

        assertThat(step(Step.REGULARISATION, table.batch(), names).gain().isSure())
                .isTrue();
        assertThat(step(Step.FEATURES, table.batch(), names).gain().change()).isGreaterThan(0.1);
        assertThat(step(Step.DATA, table.batch(), names).gain().isTried())
                .as("half of the rows cannot carry so many columns")
                .isFalse();
    }

    @Test
    void aColumnThatWasNotUsedIsFound() {
        IntToDoubleFunction x = normal(9, 200);
        IntToDoubleFunction z = normal(10, 200);
        IntToDoubleFunction e = normal(12, 200);
        ColumnBatch batch = new Tables(200)
                .number("x", x)
                .number("z", z)
                .number("y", row -> x.applyAsDouble(row) + z.applyAsDouble(row) + e.applyAsDouble(row))
                .batch();

        Suggestion other = step(Step.FEATURES, batch, "x");

        assertThat(other.what()).contains("z");
        assertThat(other.gain().low()).isGreaterThan(0.1);
    }

    @Test
    void noFitSeesTheRowsItIsJudgedOn() {
        IntToDoubleFunction x = normal(13, 100);
        IntToDoubleFunction e = normal(14, 100);
        ColumnBatch batch = new Tables(100)
                .number("x", x)
                .number("y", row -> x.applyAsDouble(row) + e.applyAsDouble(row))
                .batch();
        FitContext context = FitContext.of(SEED);

        advice(batch, context, "x");

        List<FitLog.Entry> plain = context.log().entries().stream()
                .filter(entry -> entry.step().equals("least squares"))
                .toList();
        List<FitLog.Entry> ridge = context.log().entries().stream()
                .filter(entry -> entry.step().startsWith("ridge"))
                .toList();
        assertThat(plain).hasSizeGreaterThanOrEqualTo(25);
        assertThat(ridge).hasSize(50);
        assertThat(ridge).allSatisfy(entry -> assertThat(entry.rowIds()).hasSizeBetween(60, 95));
        assertThat(ridge.subList(0, 5).stream()
                        .flatMapToLong(entry -> LongStream.of(entry.rowIds()))
                        .boxed()
                        .collect(Collectors.groupingBy(row -> row, Collectors.counting()))
                        .values())
                .as("each row is left out of exactly one of five fits")
                .hasSize(100)
                .containsOnly(4L);
    }

    @Test
    void theSameSeedGivesTheSameAdvice() {
        IntToDoubleFunction x = normal(15, 80);
        IntToDoubleFunction e = normal(16, 80);
        ColumnBatch batch = new Tables(80)
                .number("x", x)
                .words("w", "a", "b", "c")
                .number("y", row -> x.applyAsDouble(row) + row % 3 + e.applyAsDouble(row))
                .batch();

        double[][] gains = new double[2][];
        for (int run = 0; run < 2; run++) {
            gains[run] = advice(batch, FitContext.of(SEED), "x", "w").suggestions().stream()
                    .mapToDouble(one -> one.gain().change())
                    .toArray();
        }

        assertThat(Arrays.equals(gains[0], gains[1])).isTrue();
    }

    @Test
    void tooFewRowsGetNoAdvice() {
        ColumnBatch batch = new Tables(12)
                .number("x", normal(17, 12))
                .number("y", normal(18, 12))
                .batch();
        RegressionSheet sheet = Regression.of(batch, "y", List.of("x"), true, Optional.empty());

        assertThat(new Advisor(batch, sheet, FitContext.of(SEED)).advise(Optional.empty()))
                .isEmpty();
    }
}
