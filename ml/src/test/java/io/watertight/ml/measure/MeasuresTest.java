package io.watertight.ml.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden numbers: scikit-learn 1.9.1 (sklearn.metrics) on the same forty rows, without weights and with weights 1, 2, 3, 1, ... */
class MeasuresTest {

    private static final int ROWS = 40;

    private static final Offset<Double> EXACT = within(1e-12);

    private static final double[] SCORES = {
        0.6, 0.59, 0.75, 0.09, 0.03, 0.66, 0.6, 0.4, 0.35, 0.07, 0.43, 0.9, 0.33, 0.32, 0.12, 0.48, 0.88, 0.27, 0.01,
        0.47, 0.53, 0.55, 0.5, 0.01, 0.54, 0.57, 0.51, 0.45, 0.01, 0.3, 0.89, 0.45, 0.09, 0.34, 0.36, 0.9, 0.4, 0.05,
        0.37, 0.43
    };

    private static final double[] PLAIN = rows(row -> 1);

    private static final double[] WEIGHTS = rows(row -> 1 + row % 3);

    private final Response.Classes binary = new Response.Classes(
            IntStream.range(0, ROWS).map(row -> row * 7 % 11 < 4 ? 1 : 0).toArray(), List.of("good", "bad"), 1);

    private final Predictions probabilities = Predictions.ofProbabilities(SCORES);

    private final Response.Classes three = new Response.Classes(
            IntStream.range(0, ROWS).map(row -> row * 5 % 7 % 3).toArray(), List.of("a", "b", "c"), 0);

    private final Response.Numbers numbers =
            new Response.Numbers(rows(row -> Math.rint((Math.sin(row * 0.5) * 10 + row * 0.3 + 20) * 1000) / 1000));

    private final Predictions guesses = Predictions.ofScores(rows(row ->
            Math.rint((numbers.values()[row] + Math.cos(row * 1.7) * 3 + row % 5 - 1) * 1000) / 1000));

    private static double[] rows(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    private Predictions ofThree() {
        double[][] outputs = new double[3][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int label = 0; label < 3; label++) {
                outputs[label][row] = 1 + Math.cos(row * (label + 1) * 0.7) + (three.codes()[row] == label ? 1.5 : 0);
                sum += outputs[label][row];
            }
            for (int label = 0; label < 3; label++) {
                outputs[label][row] /= sum;
            }
        }
        return new Predictions(outputs, true);
    }

    @ParameterizedTest
    @CsvSource({
        "AUC, 0.7946666666666666, 0.8161962365591398",
        "average precision, 0.756307281802282, 0.7967245390428562",
        "log loss, 0.4782441058673591, 0.4613864849812485",
        "Brier score, 0.16467, 0.15741772151898734",
        "accuracy, 0.7, 0.6962025316455697",
        "balanced accuracy, 0.68, 0.6814516129032258",
        "F1, 0.6, 0.6129032258064516",
        "MCC, 0.36, 0.3629032258064516",
        "precision, 0.6, 0.6129032258064516",
        "recall, 0.6, 0.6129032258064516"
    })
    void measuresOfTwoClassesAgreeWithScikitLearn(String name, double plain, double weighted) {
        assertThat(Measures.named(name).value(binary, probabilities, PLAIN)).isCloseTo(plain, EXACT);
        assertThat(Measures.named(name).value(binary, probabilities, WEIGHTS)).isCloseTo(weighted, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "AUC, 0.9634273772204806, 0.974472492621313",
        "average precision, 0.9282621913637956, 0.9478886368698282",
        "log loss, 0.598779420200459, 0.5738072152674913",
        "Brier score, 0.34468236127403235, 0.32732158591773697",
        "accuracy, 0.775, 0.7974683544303798",
        "F1, 0.7744785014899956, 0.8023182306879478",
        "weighted F1, 0.7717033844189016, 0.7934186817632959",
        "MCC, 0.6925605070569801, 0.7265904576751353",
        "balanced accuracy, 0.8097643097643098, 0.8400673400673401"
    })
    void measuresOfThreeClassesAgreeWithScikitLearn(String name, double plain, double weighted) {
        assertThat(Measures.named(name).value(three, ofThree(), PLAIN)).isCloseTo(plain, EXACT);
        assertThat(Measures.named(name).value(three, ofThree(), WEIGHTS)).isCloseTo(weighted, EXACT);
    }

    @Test
    void theWeightedAreaOfThreeClassesAgreesWithScikitLearn() {
        Measure weighted = Measures.auc(Averaging.WEIGHTED);

        assertThat(weighted.value(three, ofThree(), PLAIN)).isCloseTo(0.9698275862068965, EXACT);
        assertThat(weighted.value(three, ofThree(), WEIGHTS)).isCloseTo(0.9790369638631717, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "R2, 0.8498517338271585, 0.8320198576503081",
        "RMSE, 2.768272236431959, 2.9006420066311027",
        "MAE, 2.2996749999999992, 2.506683544303797",
        "median error, 2.0714999999999986, 2.5070000000000014",
        "MAPE, 0.09733317015832185, 0.10686882935701322",
        "Spearman, 0.9377110694183867, 0.9219928132042148"
    })
    void measuresOfNumbersAgreeWithScikitLearnAndScipy(String name, double plain, double weighted) {
        // Spearman: scipy 1.17.1, with weights on rows repeated as often as they weigh.
        assertThat(Measures.named(name).value(numbers, guesses, PLAIN)).isCloseTo(plain, EXACT);
        assertThat(Measures.named(name).value(numbers, guesses, WEIGHTS)).isCloseTo(weighted, EXACT);
    }

    @Test
    void thePinballLossOfAQuantileAgreesWithScikitLearn() {
        assertThat(Measures.pinball(0.9).value(numbers, guesses, PLAIN)).isCloseTo(0.7532874999999999, EXACT);
        assertThat(Measures.pinball(0.9).value(numbers, guesses, WEIGHTS)).isCloseTo(0.8887341772151898, EXACT);
    }

    @Test
    void measuresOfLabelsAreMeansOverTheLabels() {
        boolean[][] flags = new boolean[3][ROWS];
        double[][] outputs = new double[3][ROWS];
        for (int label = 0; label < 3; label++) {
            for (int row = 0; row < ROWS; row++) {
                flags[label][row] = row * (label + 3) % 7 < 3;
                double raw = (Math.sin(row * (label + 1) * 0.9) + 1) / 2 * 0.7 + (flags[label][row] ? 0.25 : 0);
                outputs[label][row] = Math.max(0.01, Math.min(0.99, raw));
            }
        }
        Response labels = new Response.Labels(flags, List.of("x", "y", "z"));
        Predictions predicted = new Predictions(outputs, true);

        assertThat(Measures.AUC.value(labels, predicted, PLAIN)).isCloseTo(0.7453434601772196, EXACT);
        assertThat(Measures.F1.value(labels, predicted, PLAIN)).isCloseTo(0.6526382910887932, EXACT);
    }

    @Test
    void theCalibrationSlopeIsThatOfALogisticRegressionOnTheLogit() {
        // LogisticRegression(C=inf, tol=1e-12) of scikit-learn 1.9.1; its own solver stops at about six digits.
        assertThat(Measures.CALIBRATION_SLOPE.value(binary, probabilities, PLAIN))
                .isCloseTo(1.363638533039115, within(1e-5));
        assertThat(Measures.CALIBRATION_SLOPE.value(binary, probabilities, WEIGHTS))
                .isCloseTo(1.4210232405470602, within(1e-5));
        assertThat(Measures.CALIBRATION_SLOPE.isOrdered()).isFalse();
    }

    @Test
    void probabilitiesThatAreRightOnTheWholeHaveInterceptZero() {
        Response.Classes truth = new Response.Classes(
                IntStream.range(0, ROWS).map(row -> row % 4 == 0 ? 1 : 0).toArray(), List.of("no", "yes"), 1);

        assertThat(Measures.CALIBRATION_INTERCEPT.value(truth, Predictions.ofProbabilities(rows(row -> 0.25)), PLAIN))
                .isCloseTo(0, within(1e-9));
        assertThat(Measures.CALIBRATION_INTERCEPT.value(truth, Predictions.ofProbabilities(rows(row -> 0.1)), PLAIN))
                .isCloseTo(Math.log(0.25 / 0.75) - Math.log(0.1 / 0.9), within(1e-9));
        assertThat(Measures.CALIBRATION_ERROR.value(truth, Predictions.ofProbabilities(rows(row -> 0.1)), PLAIN))
                .isCloseTo(0.15, EXACT);
    }

    @Test
    void topRowsCountTiesByTheirShare() {
        Response.Classes truth = new Response.Classes(new int[] {1, 0, 1, 0}, List.of("no", "yes"), 1);
        Predictions tied = Predictions.ofScores(new double[] {0.9, 0.5, 0.5, 0.1});
        double[] ones = {1, 1, 1, 1};

        assertThat(Measures.precisionOfTop(1).value(truth, tied, ones)).isEqualTo(1);
        assertThat(Measures.precisionOfTop(2).value(truth, tied, ones)).isEqualTo(0.75);
        assertThat(Measures.recallOfTop(2).value(truth, tied, ones)).isEqualTo(0.75);
        assertThat(Measures.recallOfTopShare(0.75).value(truth, tied, ones)).isEqualTo(1);
    }

    @Test
    void expectedCostDecidesByProbabilityAndCost() {
        // A missed positive costs 9, a false alarm 1: decide for the positive class from 0.1 on.
        Measure cost = new ExpectedCost(new double[][] {{0, 1}, {9, 0}});
        Response.Classes truth = new Response.Classes(new int[] {0, 0, 1, 1}, List.of("no", "yes"), 1);

        assertThat(cost.value(truth, Predictions.ofProbabilities(new double[] {0.05, 0.2, 0.3, 0.05}), new double[] {
                    1, 1, 1, 1
                }))
                .isEqualTo((0 + 1 + 0 + 9) / 4.0);
        assertThatThrownBy(() -> cost.value(three, ofThree(), PLAIN)).hasMessageContaining("3 classes");
    }

    @Test
    void precisionAndRecallTakeAThresholdOfTheirOwn() {
        assertThat(Measures.recallAt(0.0).value(binary, probabilities, PLAIN)).isEqualTo(1);
        assertThat(Measures.precisionAt(0.9).value(binary, probabilities, PLAIN))
                .isEqualTo(1);
    }

    @Test
    void oneClassHasNoArea() {
        Response.Classes truth = new Response.Classes(new int[] {1, 1}, List.of("no", "yes"), 1);

        assertThat(Measures.AUC.value(truth, Predictions.ofScores(new double[] {1, 2}), new double[] {1, 1}))
                .isNaN();
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveNoLogLoss() {
        assertThat(Measures.LOG_LOSS.value(binary, Predictions.ofScores(SCORES), PLAIN))
                .isNaN();
        assertThat(Measures.AUC.value(binary, Predictions.ofScores(SCORES), PLAIN))
                .isCloseTo(0.7946666666666666, EXACT);
    }

    @Test
    void aWeightOfZeroLeavesARowOut() {
        double[] half = rows(row -> row < 20 ? 1 : 0);
        int[] first = IntStream.range(0, 20).toArray();
        for (Measure measure : List.of(Measures.AUC, Measures.AVERAGE_PRECISION, Measures.F1, Measures.BRIER)) {
            assertThat(measure.value(binary, probabilities, half))
                    .as(measure.name())
                    .isCloseTo(
                            measure.value(binary.gather(first), probabilities.gather(first), Arrays.copyOf(PLAIN, 20)),
                            EXACT);
        }
        for (Measure measure : List.of(Measures.R2, Measures.MEDIAN_ERROR, Measures.SPEARMAN)) {
            assertThat(measure.value(numbers, guesses, half))
                    .as(measure.name())
                    .isCloseTo(
                            measure.value(numbers.gather(first), guesses.gather(first), Arrays.copyOf(PLAIN, 20)),
                            EXACT);
        }
    }

    @Test
    void namesAreFoundHoweverTheyAreWritten() {
        assertThat(Measures.named("log_loss")).isEqualTo(Measures.LOG_LOSS);
        assertThat(Measures.named("Balanced-Accuracy")).isEqualTo(Measures.BALANCED_ACCURACY);
        assertThatThrownBy(() -> Measures.named("luck"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("luck");
    }

    @Test
    void theUsualMeasuresFollowTheTask() {
        assertThat(Measures.usual(binary).get(0)).isEqualTo(Measures.AUC);
        assertThat(Measures.usual(numbers).get(0)).isEqualTo(Measures.R2);
        assertThat(Measures.usual(three)).contains(Measures.ACCURACY);
    }
}
