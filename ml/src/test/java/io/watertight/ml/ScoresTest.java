package io.watertight.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.numeric.Ranks;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoresTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void areasAgreeWithTheRankSumWhateverTheSignsAndTies(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 2 + random.nextInt(200);
        float[][] scores = new float[rows][1];
        double[] plain = new double[rows];
        float[] labels = new float[rows];
        boolean[] positive = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            scores[row][0] = (float) ((random.nextInt(9) - 4) * 0.37);
            plain[row] = scores[row][0];
            labels[row] = row < 2 ? row : random.nextInt(2);
            positive[row] = labels[row] == 1;
        }

        assertThat(Scores.area(scores, 0, labels, 1, row -> true).value())
                .isCloseTo(Ranks.auc(plain, positive), within(1e-12));
    }

    @Test
    void areasOfOneClassAreUnknown() {
        assertThat(Scores.area(new float[][] {{1}, {2}}, 0, new float[] {1, 1}, 1, row -> true)
                        .pairs())
                .isZero();
    }

    /** Without a signal the variance is (n + 1) / (12 n1 n0), that of the rank sum (Mann and Whitney, 1947). */
    @Test
    void theStandardErrorOfNothingIsThatOfTheRankSum() {
        assertThat(Scores.hanleyMcNeil(0.5, 40, 60)).isCloseTo(Math.sqrt(101 / (12.0 * 40 * 60)), within(1e-12));
        assertThat(Scores.hanleyMcNeil(1, 40, 60)).isZero();
    }

    @Test
    void theMeanOfAllRowsExplainsNothingAndTheTruthEverything() {
        float[] labels = {1, 2, 3, 4, 5, 6};
        int[] folds = {0, 1, 2, 0, 1, 2};
        float[][] mean = {{3.5f}, {3.5f}, {3.5f}, {3.5f}, {3.5f}, {3.5f}};
        float[][] truth = {{1}, {2}, {3}, {4}, {5}, {6}};

        assertThat(Scores.rSquared(mean, labels, folds).value()).isCloseTo(0, within(1e-12));
        assertThat(Scores.rSquared(truth, labels, folds).value()).isEqualTo(1);
    }
}
