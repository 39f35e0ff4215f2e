package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.binary;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Fitted;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectTest {

    private static final Features THREE = new Features(
            8,
            List.of(
                    column("a", 1, 2, 2, 4, 7, 11, 16, 22),
                    column("b", 3, 1, 4, 1, 5, 9, 2, 6),
                    column("c", 2, 7, 1, 8, 2, 8, 1, 8)));

    @Test
    void fOfClassesAgreesWithScikitLearn() {
        // scikit-learn 1.9.1, f_classif.
        assertThat(UnivariateScores.f(THREE, binary(0, 0, 1, 1, 0, 1, 1, 1)))
                .containsExactly(
                        new double[] {2.228932584269664, 0.4481707317073167, 0.3504858657243815}, within(1e-12));
        assertThat(UnivariateScores.f(
                        THREE, new Response.Classes(new int[] {0, 1, 2, 0, 1, 2, 2, 2}, List.of("x", "y", "z"), 0)))
                .containsExactly(
                        new double[] {1.88915857605178, 1.0969387755102042, 0.011792452830188678}, within(1e-12));
    }

    @Test
    void fOfNumbersAgreesWithScikitLearn() {
        // scikit-learn 1.9.1, f_regression.
        assertThat(UnivariateScores.f(THREE, new Response.Numbers(new double[] {1.5, 2, 2.5, 3.5, 8, 10, 14, 25})))
                .containsExactly(
                        new double[] {180.11139422976595, 1.5434752385412398, 0.4399884856994776}, within(1e-9));
    }

    @Test
    void indicatorsAndWordsScoreAsTheDenseColumnsThatTheyAre() {
        IndicatorBlock indicators = new IndicatorBlock("city", new int[] {0, 1, -1, 0, 1, 1, 0, -1}, List.of("p", "q"));
        SparseBlock sparse = new SparseBlock(
                "note",
                List.of("v", "w"),
                new int[] {0, 1, 1, 3, 3, 4, 4, 5, 5},
                new int[] {0, 0, 1, 1, 0},
                new double[] {0.5, 1, 2, 3, 0.25});
        Features packed = new Features(8, List.of(indicators, sparse));
        Features dense = new Features(
                8,
                List.of(
                        column("p", 1, 0, 0, 1, 0, 0, 1, 0),
                        column("q", 0, 1, 0, 0, 1, 1, 0, 0),
                        column("v", 0.5, 0, 1, 0, 0, 0, 0.25, 0),
                        column("w", 0, 0, 2, 0, 3, 0, 0, 0)));
        for (Response response : List.of(
                binary(0, 0, 1, 1, 0, 1, 1, 1), new Response.Numbers(new double[] {1.5, 2, 2.5, 3.5, 8, 10, 14, 25}))) {
            assertThat(UnivariateScores.f(packed, response))
                    .containsExactly(UnivariateScores.f(dense, response), within(1e-12));
        }
    }

    @Test
    void missingNumbersAreLeftOutOfTheirColumn() {
        double none = Double.NaN;
        double[] with = UnivariateScores.f(
                new Features(5, List.of(column("a", 1, none, 3, 5, 4))),
                new Response.Numbers(new double[] {1, 9, 2, 4, 3}));
        double[] without = UnivariateScores.f(
                new Features(4, List.of(column("a", 1, 3, 5, 4))), new Response.Numbers(new double[] {1, 2, 4, 3}));
        assertThat(with).containsExactly(without, within(1e-9));
    }

    @Test
    void theBestColumnsStay() {
        Fitted fitted = fit(
                Select.bestByF(2),
                binary(0, 0, 0, 1, 1, 1),
                column("noise", 3, 1, 2, 3, 1, 2),
                column("good", 1, 2, 1, 8, 9, 8),
                letters("city", "abcabc"),
                new IndicatorBlock("sex", new int[] {0, -1, 2, 1, 1, 1}, List.of("f", "m", "x")));
        // Categories are not judged.
        assertThat(fitted.training().features().columnNames()).containsExactly("good", "city", "sex=m");
        Features later = apply(
                fitted,
                column("noise", 1),
                column("good", 2),
                letters("city", "a"),
                new IndicatorBlock("sex", new int[] {1}, List.of("f", "m", "x")));
        assertThat(((IndicatorBlock) later.find("sex").orElseThrow()).codes()).containsExactly(0);
    }

    @Test
    void aShareKeepsAtLeastOne() {
        assertThat(fit(Select.shareByF(0.01), binary(0, 1, 1), column("a", 1, 2, 2), column("b", 1, 1, 2))
                        .training()
                        .features()
                        .columnNames())
                .containsExactly("a");
    }

    @Test
    void constantColumnsComeLast() {
        assertThat(fit(Select.bestByF(1), binary(0, 1, 0, 1), column("a", 5, 5, 5, 5), column("b", 1, 1, 2, 2))
                        .training()
                        .features()
                        .columnNames())
                .containsExactly("b");
    }

    @Test
    void mutualInformationOfAPerfectHalfIsTheLogarithmOfTwoLessChance() {
        Features features = new Features(
                8, List.of(new IndicatorBlock("x", new int[] {0, 0, 0, 0, -1, -1, -1, -1}, List.of("yes"))));
        double[] scores = MutualInformation.scores(features, binary(1, 1, 1, 1, 0, 0, 0, 0));
        // (2 - 1)(2 - 1) / 2n is taken off.
        assertThat(scores).containsExactly(new double[] {Math.log(2) - 1.0 / 16}, within(1e-12));
    }

    @Test
    void mutualInformationSeesARelationThatIsNoTrend() {
        Random random = new Random(3);
        double[] middle = random.doubles(500, -1, 1).toArray();
        double[] noise = random.doubles(500, -1, 1).toArray();
        int[] outcome = Arrays.stream(middle)
                .mapToInt(value -> Math.abs(value) < 0.5 ? 1 : 0)
                .toArray();
        Fitted fitted = fit(
                Select.bestByMutualInformation(1), binary(outcome), column("noise", noise), column("middle", middle));
        assertThat(fitted.training().features().columnNames()).containsExactly("middle");
    }

    @Test
    void mutualInformationOfNoiseIsAboutNothing() {
        Random random = new Random(4);
        List<NumberBlock> columns = IntStream.range(0, 200)
                .mapToObj(column ->
                        NumberBlock.of("x" + column, random.doubles(1000).toArray()))
                .toList();
        double[] scores = MutualInformation.scores(
                new Features(1000, List.copyOf(columns)),
                binary(random.ints(1000, 0, 2).toArray()));
        assertThat(Arrays.stream(scores).average().orElseThrow()).isCloseTo(0, within(0.0005));
    }

    @Test
    void aSelectionByModelKeepsWhatMattersToIt() {
        Fitted fitted = fit(
                new SelectByModel(new ClassMeans(), 2),
                binary(0, 0, 1, 1),
                column("small", 1, 1.1, 1.2, 1.3),
                column("large", 1, 2, 8, 9),
                column("constant", 1, 1, 1, 1));
        assertThat(fitted.training().features().columnNames()).containsExactly("small", "large");
    }

    @Test
    void aModelThatDoesNotExplainItselfIsRefused() {
        assertThatThrownBy(() -> fit(new SelectByModel(new Silent(), 2), binary(0, 1), column("a", 1, 2)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("silent");
    }

    @Test
    void columnsOfLittleVarianceAreLeftOut() {
        Fitted fitted = fit(
                new VarianceFilter(0.1),
                column("still", 5, 5, 5, 5),
                column("lively", 1, 2, 3, 4),
                new IndicatorBlock("city", new int[] {0, 1, 1, 1}, List.of("rare", "common")),
                new SparseBlock("note", List.of("w"), new int[] {0, 0, 0, 0, 1}, new int[] {0}, new double[] {0.1}));
        // Variances 0, 1.25, 3/16 twice, 0.001875.
        assertThat(fitted.training().features().columnNames()).containsExactly("lively", "city=rare", "city=common");
    }
}
