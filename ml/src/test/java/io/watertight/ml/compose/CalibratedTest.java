package io.watertight.ml.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.transform.ClassMeans;
import io.watertight.ml.transform.Columns;
import io.watertight.ml.transform.FirstRows;
import io.watertight.ml.transform.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratedTest {

    private static final double[] SCORES = {-2, -1.5, -1, -1, -0.3, 0, 0.2, 0.5, 0.5, 1.1, 1.4, 2};
    private static final double[] TRUTH = {0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1};
    private static final double[] ASKED = {-3, -1.5, -1, -0.6, 0.1, 0.4, 0.5, 1.2, 1.7, 5};

    private static double[] ones() {
        double[] ones = new double[SCORES.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void theIsotonicCurveAgreesWithScikitLearn() {
        // scikit-learn 1.9.1, IsotonicRegression(out_of_bounds="clip").
        Isotonic curve = Isotonic.fit(SCORES, TRUTH, ones());
        assertThat(Arrays.stream(ASKED).map(curve).toArray())
                .containsExactly(
                        new double[] {
                            0,
                            0,
                            0.3333333333333333,
                            0.3333333333333333,
                            0.5,
                            0.6111111111111112,
                            0.6666666666666666,
                            0.7777777777777777,
                            1,
                            1
                        },
                        within(1e-12));
    }

    @Test
    void theSigmoidAgreesWithScikitLearn() {
        // scikit-learn 1.9.1, _SigmoidCalibration, which stops a little earlier.
        Sigmoid curve = Sigmoid.fit(SCORES, TRUTH, ones());
        assertThat(curve.slope()).isCloseTo(-0.7177923, within(1e-5));
        assertThat(curve.shift()).isCloseTo(-0.0041052, within(1e-5));
        assertThat(curve.applyAsDouble(0.5)).isCloseTo(0.5897668, within(1e-5));
    }

    @Test
    void aWeightOfTwoIsTheSameAsTwoRows() {
        double[] weights = ones();
        weights[3] = 2;
        weights[5] = 0;
        int[] rows = {0, 1, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11};
        double[] scores = Arrays.stream(rows).mapToDouble(row -> SCORES[row]).toArray();
        double[] truth = Arrays.stream(rows).mapToDouble(row -> TRUTH[row]).toArray();
        for (double asked : ASKED) {
            assertThat(Sigmoid.fit(SCORES, TRUTH, weights).applyAsDouble(asked))
                    .isCloseTo(Sigmoid.fit(scores, truth, ones()).applyAsDouble(asked), within(1e-7));
            assertThat(Isotonic.fit(SCORES, TRUTH, weights).applyAsDouble(asked))
                    .isCloseTo(Isotonic.fit(scores, truth, ones()).applyAsDouble(asked), within(1e-12));
        }
    }

    @Test
    void separableScoresDoNotRunAway() {
        Sigmoid curve = Sigmoid.fit(new double[] {-1, -1, 1, 1}, new double[] {0, 0, 1, 1}, new double[] {1, 1, 1, 1});
        // Platt's targets: (2 + 1) / (2 + 2) and 1 / (2 + 2).
        assertThat(curve.applyAsDouble(1)).isCloseTo(0.75, within(1e-6));
        assertThat(curve.applyAsDouble(-1)).isCloseTo(0.25, within(1e-6));
    }

    /** Logistic truth: the probability of a row is 1 / (1 + exp(-3 x)). */
    private static Dataset logistic(int rows, int classes, long seed) {
        Random random = new Random(seed);
        double[] x = random.doubles(rows, -1, 1).toArray();
        double[] noise = random.doubles(rows, -1, 1).toArray();
        int[] codes = Arrays.stream(x)
                .mapToInt(value -> random.nextDouble() < 1 / (1 + Math.exp(-3 * value)) ? 1 : 0)
                .toArray();
        List<String> names =
                IntStream.range(0, classes).mapToObj(code -> "c" + code).toList();
        return Dataset.of(
                new Features(rows, List.of(NumberBlock.of("x", x), NumberBlock.of("noise", noise))),
                new Response.Classes(codes, names, classes == 2 ? 1 : 0));
    }

    private static Calibrated calibrated(Calibrated.Curve curve) {
        return new Calibrated(
                new Pipeline(List.of(Scale.standard(Columns.all())), new ClassMeans()), curve, new RandomFolds(5, 1));
    }

    @ParameterizedTest
    @EnumSource
    void scoresBecomeProbabilities(Calibrated.Curve curve) {
        Fold fold = FirstRows.fold(logistic(6000, 2, 9), 4000);
        Model model = calibrated(curve).fit(fold.training(), FitContext.of(2));
        Predictions predicted = model.predict(fold.evaluation());
        assertThat(predicted.probabilities()).isTrue();
        double[] x = ((NumberBlock) fold.evaluation().features().find("x").orElseThrow()).values();
        double apart = 0;
        for (int row = 0; row < x.length; row++) {
            apart += Math.abs(predicted.single()[row] - 1 / (1 + Math.exp(-3 * x[row]))) / x.length;
        }
        assertThat(apart).isLessThan(0.03);
        assertThat(model.lineage()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void everyFitSeesTrainingRowsOnly(Calibrated.Curve curve) {
        Fold fold = FirstRows.fold(logistic(300, 2, 10), 200);
        FitContext context = FitContext.of(2);
        calibrated(curve).fit(fold.training(), context);
        // Calibration, five inner pipelines and the last one, of two steps and a pipeline each.
        assertThat(context.log().entries()).hasSize(1 + 6 * 3);
        context.log()
                .entries()
                .forEach(entry -> assertThat(Arrays.stream(entry.rowIds())).allMatch(id -> id < 200));
        assertThat(context.log().entries().stream().filter(entry -> entry.rowIds().length == 200))
                .hasSize(4);
    }

    @Test
    void numbersHaveNothingToCalibrate() {
        Dataset dataset = Dataset.of(
                new Features(4, List.of(NumberBlock.of("x", new double[4]))), new Response.Numbers(new double[4]));
        assertThatThrownBy(() -> calibrated(Calibrated.Curve.SIGMOID)
                        .fit(FirstRows.fold(dataset, 3).training(), FitContext.of(1)))
                .isInstanceOf(WatertightException.class);
    }
}
