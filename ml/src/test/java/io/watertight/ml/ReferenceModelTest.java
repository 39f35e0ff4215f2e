package io.watertight.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.engine.ModelAnswers;
import io.watertight.core.statistic.ModelScore;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.ReferenceModel;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ReferenceModelTest {

    private static final long SEED = 7;

    private static ModelScore score(ColumnBatch batch, Optional<Outcome> outcome, String... features) {
        ReferenceModel question = new ReferenceModel(List.of(features));
        return new BoostedModelAnswers()
                .answer(batch, outcome, Set.of(question), SEED, 2)
                .get(question);
    }

    /** Not {@link java.util.Random}: its streams of neighbouring seeds are related, and a model finds that. */
    private static double[] uniform(long seed, int rows) {
        return new SplittableRandom(seed).doubles(rows).toArray();
    }

    private static double[] normal(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        return DoubleStream.generate(random::nextGaussian).limit(rows).toArray();
    }

    @Test
    void isFoundAsTheServiceForModelAnswers() {
        assertThat(ServiceLoader.load(ModelAnswers.class).findFirst()).containsInstanceOf(BoostedModelAnswers.class);
    }

    @Test
    void twoColumnsThatOnlyCountTogetherAreStrongTogetherAndNothingAlone() {
        int rows = 4000;
        double[] left = uniform(1, rows);
        double[] right = uniform(2, rows);
        ColumnBatch batch = new Batches(rows)
                .number("left", row -> left[row])
                .number("right", row -> right[row])
                .text("y", row -> left[row] > 0.5 != right[row] > 0.5 ? "yes" : "no")
                .batch();
        Optional<Outcome> outcome = Batches.classes("y", "no", "yes");

        ModelScore both = score(batch, outcome, "left", "right");
        ModelScore alone = score(batch, outcome, "left");

        assertThat(both.measure()).isEqualTo("AUC");
        assertThat(both.rows()).isEqualTo(rows);
        assertThat(both.score()).isGreaterThan(0.98);
        assertThat(alone.score()).isCloseTo(0.5, within(4 * alone.standardError()));
    }

    @Test
    void noiseStaysWithinItsStandardErrorsOfNothing() {
        int rows = 2000;
        double squares = 0;
        for (long seed = 11; seed < 21; seed++) {
            double[] first = normal(seed, rows);
            double[] second = normal(seed + 100, rows);
            double[] coin = uniform(seed + 200, rows);
            ColumnBatch batch = new Batches(rows)
                    .number("first", row -> first[row])
                    .number("second", row -> second[row])
                    .number("y", row -> coin[row] < 0.3 ? 1 : 0)
                    .batch();

            ModelScore noise = score(batch, Batches.classes("y", "0", "1"), "first", "second");

            double errors = (noise.score() - 0.5) / noise.standardError();
            assertThat(errors).as("seed %d", seed).isBetween(-4.0, 4.0);
            squares += errors * errors / 10;
        }
        assertThat(Math.sqrt(squares)).isLessThan(1.8);
    }

    /**
     * Friedman's first problem (Multivariate adaptive regression splines, Annals of Statistics 19, 1991, eq. 61): y = 10 sin(pi
     * x1 x2) + 20 (x3 - 1/2)^2 + 10 x4 + 5 x5 + e with uniform x and e of variance 1; x6 to x10 are noise. No model can explain
     * more than var(f) / (var(f) + 1). The terms are independent: var(10 x4 + 5 x5) = 125/12; var(20 (x - 1/2)^2) =
     * 400 (1/80 - 1/144) = 20/9; the sine's moments are one-dimensional integrals, because the product p of two uniforms has the
     * density -ln p.
     */
    @Test
    void friedmansRegressionComesCloseToWhatNoiseAllowsAndTheGainGoesToItsFiveColumns() {
        double mean = integral(p -> 10 * Math.sin(Math.PI * p) * -Math.log(p));
        double square = integral(p -> Math.pow(10 * Math.sin(Math.PI * p), 2) * -Math.log(p));
        double explained = square - mean * mean + 20.0 / 9 + 125.0 / 12;
        double bound = explained / (explained + 1);
        assertThat(bound).isBetween(0.95, 0.97);
        int rows = 6000;
        double[][] x = new double[10][];
        Batches table = new Batches(rows);
        for (int index = 0; index < x.length; index++) {
            double[] values = uniform(40 + index, rows);
            x[index] = values;
            table.number("x" + (index + 1), row -> values[row]);
        }
        double[] noise = normal(60, rows);
        table.number(
                "y",
                row -> 10 * Math.sin(Math.PI * x[0][row] * x[1][row])
                        + 20 * Math.pow(x[2][row] - 0.5, 2)
                        + 10 * x[3][row]
                        + 5 * x[4][row]
                        + noise[row]);

        ModelScore model =
                score(table.batch(), Batches.number("y"), "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10");

        assertThat(model.measure()).isEqualTo("R2");
        assertThat(model.score()).isBetween(bound - 0.05, bound + 3 * model.standardError());
        assertThat(List.copyOf(model.gain().keySet()).subList(0, 5))
                .containsExactlyInAnyOrder("x1", "x2", "x3", "x4", "x5");
        assertThat(model.gain().values().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-9));
    }

    private static double integral(DoubleUnaryOperator of) {
        int steps = 200_000;
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            sum += of.applyAsDouble((step + 0.5) / steps);
        }
        return sum / steps;
    }

    @Test
    void aHeavyTailHidesNoSignalBecauseRanksAreTriedToo() {
        int rows = 3000;
        double[] x = normal(71, rows);
        double[] noise = normal(72, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("y", row -> Math.exp(4 * (x[row] + 0.1 * noise[row])))
                .batch();

        assertThat(score(batch, Batches.number("y"), "x").score()).isGreaterThan(0.9);
    }

    @Test
    void aNumericTargetWithoutSignalScoresAboutNothing() {
        int rows = 2000;
        double[] x = normal(81, rows);
        double[] y = normal(82, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("y", row -> y[row])
                .batch();

        assertThat(score(batch, Batches.number("y"), "x").score()).isBetween(-0.05, 0.01);
    }

    @Test
    void theFeatureThatDecidesTakesTheGain() {
        int rows = 2000;
        double[] x = normal(21, rows);
        double[] noise = normal(22, rows);
        ColumnBatch batch = new Batches(rows)
                .number("decides", row -> x[row])
                .number("noise", row -> noise[row])
                .number("constant", row -> 3)
                .text("y", row -> x[row] > 0.3 ? "b" : "a")
                .batch();

        ModelScore model = score(batch, Batches.classes("y", "a", "b"), "decides", "noise", "constant");

        assertThat(model.score()).isGreaterThan(0.995);
        assertThat(model.gain().keySet()).startsWith("decides").doesNotContain("constant");
        assertThat(model.gain().get("decides")).isGreaterThan(0.95);
    }

    @Test
    void whetherAValueIsMissingCountsAsASignal() {
        int rows = 1500;
        double[] x = normal(31, rows);
        double[] coin = uniform(32, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> coin[row] < 0.5 ? Double.NaN : x[row])
                .text("word", row -> coin[row] < 0.5 ? null : "seen")
                .number("y", row -> coin[row] < 0.5 ? 1 : 0)
                .batch();

        assertThat(score(batch, Batches.classes("y", "0", "1"), "x").score()).isGreaterThan(0.99);
        assertThat(score(batch, Batches.classes("y", "0", "1"), "word").score()).isGreaterThan(0.99);
    }

    @Test
    void textIsUnderstoodButNotTextThatNamesRows() {
        int rows = 3000;
        double[] pick = uniform(33, rows);
        double[] coin = uniform(34, rows);
        IntFunction<String> town = row -> "town " + (int) (pick[row] * 8);
        ColumnBatch batch = new Batches(rows)
                .text("town", town)
                .text("name", row -> "name " + row)
                .text("y", row -> coin[row] < ((int) (pick[row] * 8) % 2 == 0 ? 0.9 : 0.1) ? "1" : "0")
                .batch();
        Optional<Outcome> outcome = Batches.classes("y", "0", "1");

        assertThat(score(batch, outcome, "town", "name").score()).isCloseTo(0.9, within(0.03));
        assertThat(score(batch, outcome, "town", "name").gain()).containsOnlyKeys("town");
    }

    @Test
    void severalClassesAreJudgedOneAgainstTheRest() {
        int rows = 3000;
        double[] x = uniform(35, rows);
        double[] coin = uniform(36, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("noise", row -> coin[row])
                .text("y", row -> row < 3 ? "rare" : x[row] < 0.33 ? "low" : x[row] < 0.66 ? "middle" : "high")
                .batch();
        Optional<Outcome> outcome = Batches.classes("y", "low", "middle", "high", "rare");

        ModelScore strong = score(batch, outcome, "x");
        ModelScore nothing = score(batch, outcome, "noise");

        assertThat(strong.rows()).isEqualTo(rows - 3);
        assertThat(strong.score()).isGreaterThan(0.99);
        assertThat(nothing.score()).isCloseTo(0.5, within(3 * nothing.standardError()));
    }

    @Test
    void infinitiesSentinelsAndLargeTimesAreTaken() {
        int rows = 2000;
        double[] coin = uniform(37, rows);
        double start = 1_700_000_000;
        ColumnBatch batch = new Batches(rows)
                .number("second", row -> start + row % 60)
                .number("sentinel", row -> row % 50 == 0 ? 1e15 : row % 7)
                .number(
                        "infinite",
                        row -> row % 40 == 0
                                ? Double.POSITIVE_INFINITY
                                : row % 41 == 0 ? Double.NEGATIVE_INFINITY : coin[row])
                .number("huge", row -> row % 2 == 0 ? 1e300 : -1e300)
                .number("even", row -> row % 60 < 30 ? 1 : 0)
                .number("small", row -> row % 7 < 3 ? 1 : 0)
                .batch();

        assertThat(score(batch, Batches.classes("even", "0", "1"), "second", "infinite")
                        .score())
                .isGreaterThan(0.99);
        assertThat(score(batch, Batches.classes("small", "0", "1"), "sentinel", "huge")
                        .score())
                .isGreaterThan(0.97);
    }

    @Test
    void testRowsAreNotLearntFrom() {
        int rows = 2000;
        double[] x = normal(38, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("y", row -> row % 2 == 0 ? (x[row] > 0 ? 1 : 0) : (x[row] > 0 ? 0 : 1))
                .test(row -> row % 2 == 1)
                .batch();

        ModelScore model = score(batch, Batches.classes("y", "0", "1"), "x");

        assertThat(model.rows()).isEqualTo(1000);
        assertThat(model.score()).isGreaterThan(0.99);
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndQuestionsDoNotDisturbOneAnother() {
        int rows = 3000;
        double[] x = normal(39, rows);
        double[] z = normal(40, rows);
        double[] noise = normal(41, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("z", row -> z[row])
                .number("y", row -> x[row] + z[row] + noise[row] > 0 ? 1 : 0)
                .batch();
        Optional<Outcome> outcome = Batches.classes("y", "0", "1");
        ReferenceModel both = new ReferenceModel(List.of("z", "x"));
        ReferenceModel alone = new ReferenceModel(List.of("x"));

        Statistics together = new BoostedModelAnswers().answer(batch, outcome, Set.of(both, alone), SEED, 2);

        assertThat(together.get(both)).isEqualTo(score(batch, outcome, "x", "z"));
        assertThat(together.get(alone)).isEqualTo(score(batch, outcome, "x"));
        assertThat(together.get(both).score()).isGreaterThan(together.get(alone).score());
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        int rows = 1500;
        double[] x = normal(51, rows);
        double[] noise = normal(52, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("y", row -> x[row] + noise[row])
                .batch();
        ReferenceModel question = new ReferenceModel(List.of("x"));

        Statistics one = new BoostedModelAnswers().answer(batch, Batches.number("y"), Set.of(question), SEED, 1);
        Statistics four = new BoostedModelAnswers().answer(batch, Batches.number("y"), Set.of(question), SEED, 4);

        // Half of the variance is noise.
        assertThat(one.get(question).score()).isCloseTo(0.5, within(0.07));
        assertThat(four.get(question)).isEqualTo(one.get(question));
    }

    @Test
    void aRareClassIsKeptWhenRowsAreDrawn() {
        int rows = 90_000;
        double[] x = normal(42, rows);
        double[] coin = uniform(43, rows);
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row] + (coin[row] < 0.002 ? 1 : 0))
                .number("y", row -> coin[row] < 0.002 ? 1 : 0)
                .batch();

        ModelScore model = score(batch, Batches.classes("y", "0", "1"), "x");

        assertThat(model.rows()).isBetween(15_000L, 17_500L);
        // Two unit normals one deviation apart: AUC = Phi(1 / sqrt 2) = 0.760.
        assertThat(model.score()).isCloseTo(0.760, within(0.06));
        assertThat(model.standardError()).isLessThan(0.04);
    }
}
