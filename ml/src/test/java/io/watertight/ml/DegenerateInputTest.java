package io.watertight.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.DomainClassifier;
import io.watertight.core.statistic.ModelStatistic;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.ReferenceModel;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DegenerateInputTest {

    private static final ReferenceModel QUESTION = new ReferenceModel(List.of("x", "word"));

    private static Batches table(int rows) {
        return new Batches(rows).number("x", row -> row % 17).text("word", row -> row % 3 == 0 ? "a" : "b");
    }

    private static String reason(ColumnBatch batch, Optional<Outcome> outcome) {
        Statistics answers = new BoostedModelAnswers().answer(batch, outcome, Set.of(QUESTION), 1, 2);
        assertThat(answers.has(QUESTION)).isFalse();
        return LeftOut.reason(answers, QUESTION);
    }

    @Test
    void oneClassIsLeftOut() {
        assertThat(reason(table(200).number("y", row -> 1).batch(), Batches.classes("y", "0", "1")))
                .contains("two classes");
    }

    @Test
    void aClassOfAFewRowsIsLeftOut() {
        assertThat(reason(table(200).number("y", row -> row < 9 ? 1 : 0).batch(), Batches.classes("y", "0", "1")))
                .contains("at least 10 training rows each");
    }

    @Test
    void fewLabelledRowsAreLeftOutWithTheirNumber() {
        ColumnBatch batch =
                table(200).number("y", row -> row < 40 ? row % 2 : Double.NaN).batch();

        assertThat(reason(batch, Batches.classes("y", "0", "1")))
                .contains("50 training rows")
                .contains("there are 40");
        assertThat(reason(batch, Batches.number("y"))).contains("there are 40");
    }

    @Test
    void aTargetThatNeverChangesIsLeftOut() {
        assertThat(reason(table(200).number("y", row -> 4).batch(), Batches.number("y")))
                .contains("same in all training rows");
    }

    @Test
    void noTargetIsLeftOut() {
        assertThat(reason(table(200).batch(), Optional.empty())).isEqualTo("needs a target");
    }

    @Test
    void constantColumnsAndNamesAreNoFeatures() {
        ColumnBatch batch = new Batches(200)
                .number("x", row -> 5)
                .text("word", row -> "name " + row)
                .number("y", row -> row % 2)
                .batch();

        assertThat(reason(batch, Batches.classes("y", "0", "1"))).contains("no usable feature");
    }

    @Test
    void columnsThatAreNotInTheSampleAreNoFeatures() {
        ColumnBatch batch = new Batches(200).number("y", row -> row % 2).batch();

        assertThat(reason(batch, Batches.classes("y", "0", "1"))).contains("no usable feature");
    }

    @Test
    void anEmptySampleIsLeftOut() {
        ColumnBatch batch = table(0).number("y", row -> 0).batch();
        Set<ModelStatistic<?>> questions = Set.of(QUESTION, new DomainClassifier(List.of("x")));

        Statistics answers = new BoostedModelAnswers().answer(batch, Batches.classes("y", "0", "1"), questions, 1, 2);

        assertThat(answers.size()).isZero();
    }

    @Test
    void allMissingColumnsAreNoFeatures() {
        ColumnBatch batch = new Batches(200)
                .number("x", row -> Double.NaN)
                .text("word", row -> null)
                .number("y", row -> row % 2)
                .batch();

        assertThat(reason(batch, Batches.classes("y", "0", "1"))).contains("no usable feature");
    }

    @Test
    void aMissingNativeLibraryIsAReasonNotAFailure() {
        NativeLibrary broken = new NativeLibrary(() -> {
            throw new ExceptionInInitializerError(
                    new RuntimeException(new IllegalStateException("Unsupported OS: plan9")));
        });

        assertThatThrownBy(broken::require)
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("IllegalStateException: Unsupported OS: plan9")
                .hasMessageContaining(System.getProperty("os.arch"));
        Statistics answers = new BoostedModelAnswers(broken)
                .answer(
                        table(200).number("y", row -> row % 2).batch(),
                        Batches.classes("y", "0", "1"),
                        Set.of(QUESTION),
                        1,
                        2);
        assertThat(LeftOut.reason(answers, QUESTION)).contains("does not load").contains("Maybe install OpenMP");
    }

    /** Whatever columns hold, an answer or a reason comes back. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void strangeValuesNeverFail(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 40 + random.nextInt(900);
        double[] odd = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e38,
            3.5e38,
            1,
            2,
            1_700_000_000.5
        };
        double[] x = random.ints(rows, 0, odd.length)
                .mapToDouble(index -> odd[index])
                .toArray();
        double[] y = random.ints(rows, 0, odd.length)
                .mapToDouble(index -> odd[index])
                .toArray();
        String[] words = {"", " ", "a", "\0", "\uD83D\uDE00", null};
        int[] word = random.ints(rows, 0, words.length).toArray();
        ColumnBatch batch = new Batches(rows)
                .number("x", row -> x[row])
                .number("y", row -> y[row])
                .text("word", row -> words[word[row]])
                .test(row -> row % 5 == 0)
                .batch();
        DomainClassifier domain = new DomainClassifier(List.of("x", "word"));

        for (Optional<Outcome> outcome : List.of(
                Batches.number("y"),
                Batches.classes("word", "", "a"),
                Batches.classes("y", "0", "1", "2"),
                Optional.<Outcome>empty())) {
            Statistics answers = new BoostedModelAnswers().answer(batch, outcome, Set.of(QUESTION, domain), seed, 1);
            if (answers.has(QUESTION)) {
                assertThat(answers.get(QUESTION).score()).isFinite().isLessThanOrEqualTo(1);
                assertThat(answers.get(QUESTION).standardError()).isFinite();
            } else {
                assertThat(LeftOut.reason(answers, QUESTION)).isNotBlank();
            }
        }
    }
}
