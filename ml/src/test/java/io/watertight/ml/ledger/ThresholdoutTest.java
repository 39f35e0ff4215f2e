package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.ml.ledger.AssessmentPolicy.Reusable;
import io.watertight.ml.ledger.Thresholdout.Answer;
import io.watertight.ml.ledger.Thresholdout.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdoutTest {

    private static final int ROWS = 10_000;
    private static final int FEATURES = 10_000;
    private static final int WORDS = ROWS / 64 + 1;

    /** How an analyst learns the correlation of a feature with the label on the test set. */
    private interface Oracle {
        double ask(double training, double test);
    }

    /** Signs of features relative to the label, one bit a row, all of them fair coins. */
    private record Noise(long[][] agrees) {

        static Noise of(SplittableRandom random) {
            long[][] agrees = new long[FEATURES][WORDS];
            for (long[] feature : agrees) {
                for (int word = 0; word < WORDS; word++) {
                    feature[word] = random.nextLong();
                }
                feature[WORDS - 1] &= (1L << ROWS % 64) - 1;
            }
            return new Noise(agrees);
        }

        /** Mean of feature times label, both -1 or 1. */
        double correlation(int feature) {
            int count = 0;
            for (long word : agrees[feature]) {
                count += Long.bitCount(word);
            }
            return 2.0 * count / ROWS - 1;
        }

        /** Of the classifier that lets the features vote, each with its sign. */
        double accuracy(List<Integer> features, List<Boolean> isPositive) {
            double right = 0;
            for (int row = 0; row < ROWS; row++) {
                int votes = 0;
                for (int index = 0; index < features.size(); index++) {
                    boolean isAgreeing = (agrees[features.get(index)][row / 64] >>> row & 1) == 1;
                    votes += isAgreeing == isPositive.get(index) ? 1 : -1;
                }
                right += votes > 0 ? 1 : votes == 0 ? 0.5 : 0;
            }
            return right / ROWS;
        }
    }

    /** Accuracies of the chosen classifier, as told on the test set, and on rows nobody saw. */
    private record Told(double training, double told, double fresh) {}

    /**
     * The analyst of Dwork and others (2015): keeps the features whose correlations on both sets have one sign and at least 1 / sqrt(n), takes
     * the 500 strongest on the training set, lets them vote.
     */
    private static Told analyse(long seed, Oracle correlations, Oracle accuracy) {
        SplittableRandom random = new SplittableRandom(seed);
        Noise training = Noise.of(random);
        Noise test = Noise.of(random);
        Noise fresh = Noise.of(random);
        double least = 1 / Math.sqrt(ROWS);
        List<Integer> kept = new ArrayList<>();
        for (int feature = 0; feature < FEATURES; feature++) {
            double here = training.correlation(feature);
            double there = correlations.ask(here, test.correlation(feature));
            if (Math.abs(here) >= least && Math.abs(there) >= least && here * there > 0) {
                kept.add(feature);
            }
        }
        kept.sort(Comparator.comparingDouble(feature -> -Math.abs(training.correlation(feature))));
        List<Integer> chosen = kept.subList(0, Math.min(500, kept.size()));
        List<Boolean> signs = chosen.stream()
                .map(feature -> training.correlation(feature) > 0)
                .toList();
        double onTraining = training.accuracy(chosen, signs);
        return new Told(
                onTraining, accuracy.ask(onTraining, test.accuracy(chosen, signs)), fresh.accuracy(chosen, signs));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOrdinaryTestSetIsFooledByNoise(long seed) {
        Told told = analyse(seed, (training, test) -> test, (training, test) -> test);

        // The paper reports 63 % (standard deviation 0.4 %) on both sets, and 50 % on fresh ones, for 500 features.
        assertThat(told.training()).as("seed %d", seed).isBetween(0.61, 0.66);
        assertThat(told.told()).isBetween(0.61, 0.66);
        assertThat(told.fresh()).isBetween(0.48, 0.52);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thresholdoutIsNot(long seed) {
        // The paper's threshold; Laplace noise of a size with which most of the 20,000 noise correlations agree.
        Thresholdout mechanism =
                new Thresholdout(new Reusable(0.04, 0.0025, FEATURES), new SplittableRandom(1000 + seed));
        State[] state = {mechanism.begin()};
        Oracle oracle = (training, test) -> {
            Answer answer = mechanism.ask(state[0], training, test);
            state[0] = answer.next();
            return answer.value();
        };

        Told told = analyse(seed, oracle, oracle);

        assertThat(told.training()).as("seed %d", seed).isGreaterThan(0.6);
        assertThat(told.told()).isBetween(0.47, 0.53);
        assertThat(told.fresh()).isBetween(0.48, 0.52);
        assertThat(state[0].budget()).as("few answers came from the test set").isGreaterThan(FEATURES * 9 / 10);
    }

    @Test
    void agreementTellsTheTrainingScoreAndCostsNothing() {
        Thresholdout mechanism = new Thresholdout(new Reusable(0.04, 1e-6, 3), new SplittableRandom(1));
        State state = mechanism.begin();

        Answer answer = mechanism.ask(state, 0.80, 0.82);

        assertThat(answer).isEqualTo(new Answer(0.80, false, state));
    }

    @Test
    void differenceTellsTheTestScoreWithNoiseAndCostsOne() {
        Thresholdout mechanism = new Thresholdout(new Reusable(0.04, 0.001, 1), new SplittableRandom(2));
        State state = mechanism.begin();

        Answer answer = mechanism.ask(state, 0.9, 0.7);

        assertThat(answer.fromTest()).isTrue();
        assertThat(answer.value()).isCloseTo(0.7, within(0.02)).isNotEqualTo(0.7);
        assertThat(answer.next().budget()).isZero();
        assertThat(answer.next().threshold()).isNotEqualTo(state.threshold());
        assertThatThrownBy(() -> mechanism.ask(answer.next(), 0.8, 0.8))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("budget of 1");
    }

    @Test
    void theNoiseIsLaplace() {
        Thresholdout mechanism = new Thresholdout(new Reusable(0.04, 0.5, 1), new SplittableRandom(3));
        int draws = 100_000;
        double absolute = 0;
        double squares = 0;
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            // Far above any threshold: what is told differs from 0 by one draw of scale 0.5.
            double noise = mechanism.ask(new State(0.04, 1), 1e9, 0).value();
            absolute += Math.abs(noise) / draws;
            squares += noise * noise / draws;
            sum += noise / draws;
        }

        // Laplace of scale b: mean absolute value b, variance 2 b^2.
        assertThat(absolute).isCloseTo(0.5, within(0.01));
        assertThat(squares).isCloseTo(0.5, within(0.02));
        assertThat(sum).isCloseTo(0, within(0.01));
    }

    @Test
    void impossibleSettingsAreRefused() {
        for (Reusable fine : List.of(Reusable.of(1), Reusable.of(10_000_000), new Reusable(1, 1, 1))) {
            assertThat(fine.threshold()).isPositive();
        }
        assertThat(Reusable.of(10_000)).isEqualTo(new Reusable(0.04, 0.01, 100));
        assertThatThrownBy(() -> new Reusable(0, 1, 1)).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> new Reusable(1, Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Reusable(1, 1, 0)).hasMessageContaining("budget 0");
    }
}
