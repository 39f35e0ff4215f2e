package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.learn.Learner;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.RandomFolds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where there is nothing to be learnt, the outer score says so, and the best inner score does not. */
class PureNoiseTest {

    private static final int SEEDS = 50;

    @Test
    void onNoiseTheOuterAreaIsOneHalfAndTheInnerBestIsAboveIt() {
        double[] outer = new double[SEEDS];
        double[] inner = new double[SEEDS];
        List<Learner> candidates = new ArrayList<>();
        for (int column = 0; column < 8; column++) {
            candidates.add(TinyLearners.formula("x" + column));
        }
        Learner tuned = Tuned.grid("best of eight", candidates, new RandomFolds(3, 1), Measures.AUC);
        for (int seed = 0; seed < SEEDS; seed++) {
            Evaluation evaluation = new Evaluator(new RandomFolds(4, 1), TinyLearners.baselines())
                    .withCandidates(List.of(tuned))
                    .withSeed(seed)
                    .evaluate(Draws.classes(80, 8, 0, 0, 500 + seed));
            LearnerResult result = evaluation.learner("best of eight");
            outer[seed] = evaluation.score(result, Measures.AUC);
            inner[seed] = result.innerBest();
        }
        double mean = Arrays.stream(outer).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(outer)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (SEEDS - 1));
        double error = spread / Math.sqrt(SEEDS);

        assertThat(mean).as("mean of %d seeds from 500", SEEDS).isBetween(0.5 - 2 * error, 0.5 + 2 * error);
        assertThat(error).isLessThan(0.02);
        assertThat(Arrays.stream(inner).average().orElseThrow()).isGreaterThan(0.5 + 4 * error);
    }
}
