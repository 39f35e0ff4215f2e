package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.binary;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fitted;
import io.watertight.ml.learn.RawTrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden numbers: scikit-learn 1.9.1, TargetEncoder(smooth="auto").fit(...).encodings_. */
class TargetEncodingTest {

    private static final CategoryBlock CITIES = letters("city", "aaabbbbccd");

    private static final TargetEncoding ENCODING = TargetEncoding.crossFitted(Columns.all(), 5);

    @Test
    void twoClassesAgreeWithScikitLearn() {
        Fitted fitted = fit(ENCODING, binary(1, 0, 1, 0, 0, 1, 0, 1, 1, 0), CITIES);
        assertThat(numbers(apply(fitted, letters("city", "abcdx.")), "city (target mean)"))
                .containsExactly(new double[] {0.6285714285714286, 0.2894736842105263, 1, 0, 0.5, 0.5}, within(1e-14));
    }

    @Test
    void numbersAgreeWithScikitLearn() {
        Response response = new Response.Numbers(new double[] {3.5, 1.25, 8, 2, 2.5, 10, 4, 7, 7.5, 100});
        Fitted fitted = fit(ENCODING, response, CITIES);
        assertThat(numbers(apply(fitted, letters("city", "abcdx")), "city (target mean)"))
                .containsExactly(
                        new double[] {4.283007281924736, 4.6558175342394845, 7.2502796546560875, 100, 14.575},
                        within(1e-12));
    }

    @Test
    void severalClassesAgreeWithScikitLearn() {
        Response response = new Response.Classes(new int[] {0, 1, 2, 0, 0, 1, 2, 2, 2, 1}, List.of("x", "y", "z"), 0);
        Features features = apply(fit(ENCODING, response, CITIES), letters("city", "abcd"));
        double[][] expected = {
            {0.32464146023468055, 0.4541284403669725, 0, 0},
            {0.32464146023468055, 0.2591240875912409, 0, 1},
            {0.3490566037735849, 0.27450980392156865, 1, 0}
        };
        assertThat(features.columnNames())
                .containsExactly("city (share of class x)", "city (share of class y)", "city (share of class z)");
        for (int code = 0; code < 3; code++) {
            assertThat(((NumberBlock) features.blocks().get(code)).values())
                    .containsExactly(expected[code], within(1e-14));
        }
    }

    @Test
    void labelsHaveAColumnEach() {
        Response response =
                new Response.Labels(new boolean[][] {{true, false, true}, {false, false, true}}, List.of("p", "q"));
        assertThat(fit(ENCODING, response, letters("city", "aab"))
                        .training()
                        .features()
                        .columnNames())
                .containsExactly("city (share of label p)", "city (share of label q)");
    }

    /** What the definition says, row by row. */
    private static double expected(int[] codes, double[] outcome, boolean[] learnt, int code) {
        double[] all = IntStream.range(0, codes.length)
                .filter(row -> learnt[row])
                .mapToDouble(row -> outcome[row])
                .toArray();
        double[] own = IntStream.range(0, codes.length)
                .filter(row -> learnt[row] && codes[row] == code)
                .mapToDouble(row -> outcome[row])
                .toArray();
        double prior = Numbers.mean(all);
        if (own.length == 0) {
            return prior;
        }
        double mean = Numbers.mean(own);
        double signal = Numbers.variance(all, prior) * own.length;
        double noise = Numbers.variance(own, mean);
        double share = signal + noise > 0 ? signal / (signal + noise) : 0;
        return share * mean + (1 - share) * prior;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aTrainingRowIsEncodedByTheOtherFoldsAlone(long seed) {
        Random random = new Random(seed);
        int rows = 200;
        int[] codes = random.ints(rows, -1, 30).toArray();
        double[] outcome = IntStream.range(0, rows)
                .mapToDouble(row -> random.nextGaussian() * 5 + 1000)
                .toArray();
        CategoryBlock block = new CategoryBlock(
                "city",
                codes,
                IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        RawTrainingSet training = FirstRows.fold(FirstRows.withOneMore(new Response.Numbers(outcome), block), rows)
                .training();
        FitContext context = FitContext.of(seed);
        double[] encoded = numbers(ENCODING.fit(training, context).training().features(), "city (target mean)");
        int[] folds = training.innerFolds(5, context.seed());
        for (int row = 0; row < rows; row++) {
            int fold = folds[row];
            boolean[] learnt = new boolean[rows];
            for (int other = 0; other < rows; other++) {
                learnt[other] = folds[other] != fold;
            }
            assertThat(encoded[row])
                    .as("seed %d, row %d", seed, row)
                    .isCloseTo(expected(codes, outcome, learnt, codes[row]), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void theEncodingOfARowDoesNotDependOnItsOwnOutcomeToTheLastBit(long seed) {
        Random random = new Random(seed);
        int rows = 60;
        CategoryBlock block = new CategoryBlock(
                "city",
                random.ints(rows, 0, 12).toArray(),
                IntStream.range(0, 12).mapToObj(Integer::toString).toList());
        double[] outcome = random.doubles(rows).toArray();
        double[] before = numbers(
                fit(ENCODING, new Response.Numbers(outcome), block).training().features(), "city (target mean)");
        for (int row = 0; row < rows; row++) {
            double[] other = outcome.clone();
            other[row] = 1e6;
            double[] after = numbers(
                    fit(ENCODING, new Response.Numbers(other), block).training().features(), "city (target mean)");
            assertThat(after[row]).as("seed %d, row %d", seed, row).isEqualTo(before[row]);
            assertThat(after).as("others see it").isNotEqualTo(before);
        }
    }

    @Test
    void rowsOfOneGroupShareAFold() {
        // One city a group: nothing outside its fold knows it, so every row gets the mean of other folds.
        int rows = 120;
        int[] groups = IntStream.range(0, rows).map(row -> row / 6).toArray();
        CategoryBlock block = new CategoryBlock(
                "city",
                groups,
                IntStream.range(0, 20).mapToObj(Integer::toString).toList());
        int[] outcome = Arrays.stream(groups).map(group -> group % 2).toArray();
        Dataset dataset = FirstRows.withOneMore(binary(outcome), block)
                .withGroup(
                        "city",
                        IntStream.range(0, rows + 1).map(row -> row % rows / 6).toArray());
        RawTrainingSet training = FirstRows.fold(dataset, rows).training();
        FitContext context = FitContext.of(4);
        double[] encoded = numbers(ENCODING.fit(training, context).training().features(), "city (target mean)");
        int[] folds = training.innerFolds(5, context.seed());
        for (int row = 0; row < rows; row++) {
            for (int other = 0; other < rows; other++) {
                if (folds[row] == folds[other]) {
                    assertThat(encoded[row]).isEqualTo(encoded[other]);
                }
            }
        }
    }

    @Test
    void rowsOfWeightZeroAreNotSeen() {
        CategoryBlock block = letters("city", "aabb");
        Dataset dataset = FirstRows.withOneMore(new Response.Numbers(new double[] {1, 100, 3, 4}), block)
                .withWeights(new double[] {1, 0, 1, 1, 1});
        Fitted fitted = ENCODING.fit(FirstRows.fold(dataset, 4).training(), FitContext.of(1));
        // Level a has one row that counts, without spread: its own mean stays.
        assertThat(numbers(apply(fitted, letters("city", "a")), "city (target mean)"))
                .containsExactly(1);
    }

    @Test
    void missingIsALevelOfItsOwn() {
        Fitted fitted = fit(ENCODING, binary(1, 1, 0, 0), letters("city", "..aa"));
        assertThat(numbers(apply(fitted, letters("city", ".a")), "city (target mean)"))
                .containsExactly(1, 0);
    }

    @Test
    void thereIsNoEncodingWithoutFolds() {
        assertThatThrownBy(() -> TargetEncoding.crossFitted(Columns.all(), 1))
                .hasMessage("target encoding needs at least 2 folds, not 1");
        assertThat(TargetEncoding.class.getConstructors()).isEmpty();
        assertThat(Arrays.stream(TargetEncoding.class.getMethods())
                        .filter(method -> method.getReturnType() == TargetEncoding.class))
                .singleElement()
                .satisfies(method -> assertThat(method.getParameterTypes()).contains(int.class));
    }
}
