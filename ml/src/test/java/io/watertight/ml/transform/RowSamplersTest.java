package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.binary;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.RowSampler;
import io.watertight.ml.learn.SampledTrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSamplersTest {

    private static final int[] OUTCOME = {0, 0, 0, 0, 0, 0, 1, 1, 1};

    private static RawTrainingSet training(Response response, Block... blocks) {
        return FirstRows.fold(FirstRows.withOneMore(response, blocks), response.rows())
                .training();
    }

    private static SampledTrainingSet sample(RowSampler sampler, Response response, Block... blocks) {
        return sampler.sample(training(response, blocks), FitContext.of(5));
    }

    private static int[] counts(SampledTrainingSet sampled) {
        return ((Response.Classes) sampled.response()).counts();
    }

    @Test
    void overSamplingRepeatsRowsOfTheSmallerClass() {
        SampledTrainingSet sampled =
                sample(ClassBalance.overSampling(), binary(OUTCOME), column("x", 0, 1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(counts(sampled)).containsExactly(6, 6);
        double[] values = numbers(sampled.features(), "x");
        assertThat(Arrays.copyOf(values, 9)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Arrays.stream(values, 9, 12)).allMatch(value -> value >= 6);
        for (int row = 0; row < 12; row++) {
            assertThat(sampled.rowIds()[row]).isEqualTo((long) values[row]);
        }
    }

    @Test
    void underSamplingKeepsDifferentRows() {
        SampledTrainingSet sampled =
                sample(ClassBalance.underSampling(), binary(OUTCOME), column("x", 0, 1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(counts(sampled)).containsExactly(3, 3);
        assertThat(sampled.rowIds()).doesNotHaveDuplicates().isSorted().contains(6, 7, 8);
    }

    @Test
    void classWeightsGiveAllClassesTheSameSum() {
        SampledTrainingSet sampled =
                sample(ClassBalance.weights(), binary(OUTCOME), column("x", 0, 1, 2, 3, 4, 5, 6, 7, 8));
        // 9 / (2 x 6) and 9 / (2 x 3), as scikit-learn's class_weight="balanced".
        assertThat(sampled.weights().orElseThrow()).containsExactly(0.75, 0.75, 0.75, 0.75, 0.75, 0.75, 1.5, 1.5, 1.5);
    }

    @Test
    void classWeightsMultiplyTheWeightsThatRowsHave() {
        RawTrainingSet training = FirstRows.fold(
                        FirstRows.withOneMore(binary(0, 0, 1), column("x", 1, 2, 3))
                                .withWeights(new double[] {1, 3, 2, 1}),
                        3)
                .training();
        assertThat(ClassBalance.weights()
                        .sample(training, FitContext.of(1))
                        .weights()
                        .orElseThrow())
                .containsExactly(new double[] {0.75, 2.25, 3}, within(1e-15));
    }

    @Test
    void smoteMakesRowsBetweenNeighboursOfTheirClass() {
        // The minority lies at 10, 11, 12 and 100; the nearest neighbour of each but the last is 1 away.
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 100};
        SampledTrainingSet sampled = sample(new Smote(1), binary(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1), column("x", x));
        assertThat(counts(sampled)).containsExactly(8, 8);
        double[] values = numbers(sampled.features(), "x");
        assertThat(Arrays.copyOf(values, 12)).containsExactly(x);
        // Each row takes its turn: the first three stay within their neighbourhood, the fourth lies between 12 and 100.
        assertThat(Arrays.stream(values, 12, 15)).allMatch(value -> value >= 10 && value <= 12);
        assertThat(values[15]).isBetween(12.0, 100.0);
        assertThat(Arrays.copyOfRange(sampled.rowIds(), 12, 16)).containsExactly(8, 9, 10, 11);
    }

    @Test
    void categoriesOfMadeUpRowsAreThoseMostNeighboursHave() {
        SampledTrainingSet sampled = sample(
                new Smote(3),
                binary(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1),
                column("x", 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4),
                letters("city", "zzzzzzzzabbb"),
                new IndicatorBlock("set", new int[] {0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, -1}, List.of("yes")));
        CategoryBlock city = (CategoryBlock) sampled.features().find("city").orElseThrow();
        assertThat(IntStream.range(12, 16).mapToObj(row -> city.dictionary().get(city.codes()[row])))
                .containsOnly("b");
        assertThat(Arrays.copyOfRange(
                        ((IndicatorBlock) sampled.features().find("set").orElseThrow()).codes(), 12, 16))
                .containsOnly(-1);
    }

    @Test
    void aClassOfOneRowIsRepeatedAndMissingNumbersDoNotSpread() {
        SampledTrainingSet one = sample(new Smote(5), binary(0, 0, 0, 1), column("x", 1, 2, 3, 9));
        assertThat(numbers(one.features(), "x")).containsExactly(1, 2, 3, 9, 9, 9);
        SampledTrainingSet gap = sample(new Smote(5), binary(0, 0, 0, 0, 1, 1), column("x", 1, 2, 3, 4, 9, Double.NaN));
        assertThat(numbers(gap.features(), "x")[6]).isEqualTo(9);
        assertThat(numbers(gap.features(), "x")[7]).isNaN();
    }

    @Test
    void textsAndNumbersToPredictAreRefused() {
        SparseBlock text = new SparseBlock("note", List.of("w"), new int[] {0, 0, 0, 0}, new int[0], new double[0]);
        assertThatThrownBy(() -> sample(new Smote(5), binary(0, 0, 1), text))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'note'");
        assertThatThrownBy(() -> sample(
                        ClassBalance.weights(), new Response.Numbers(new double[] {1, 2, 3}), column("x", 1, 2, 3)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("class weights");
    }

    @Test
    void copiesOfARowShareItsFold() {
        SampledTrainingSet sampled =
                sample(ClassBalance.overSampling(), binary(OUTCOME), column("x", 0, 1, 2, 3, 4, 5, 6, 7, 8));
        int[] folds = sampled.innerFolds(3, 7);
        for (int row = 9; row < 12; row++) {
            assertThat(folds[row]).isEqualTo(folds[(int) sampled.rowIds()[row]]);
        }
    }

    @Test
    void theSameSeedMakesTheSameRows() {
        Random random = new Random(2);
        double[] x = random.doubles(60).toArray();
        int[] outcome = IntStream.range(0, 60).map(row -> row % 5 == 0 ? 1 : 0).toArray();
        for (RowSampler sampler : List.of(new Smote(5), ClassBalance.overSampling(), ClassBalance.underSampling())) {
            assertThat(numbers(sample(sampler, binary(outcome), column("x", x)).features(), "x"))
                    .containsExactly(numbers(
                            sample(sampler, binary(outcome), column("x", x)).features(), "x"));
        }
    }
}
