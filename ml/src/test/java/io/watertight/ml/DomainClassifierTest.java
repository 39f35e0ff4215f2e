package io.watertight.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.DomainClassifier;
import io.watertight.core.statistic.ModelScore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DomainClassifierTest {

    private static ModelScore score(ColumnBatch batch, String... features) {
        DomainClassifier question = new DomainClassifier(List.of(features));
        return new BoostedModelAnswers()
                .answer(batch, Optional.empty(), Set.of(question), 3, 2)
                .get(question);
    }

    private static ColumnBatch shifted(long seed, int rows, IntPredicate test, double shift) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] moved = new double[rows];
        double[] still = new double[rows];
        for (int row = 0; row < rows; row++) {
            moved[row] = random.nextGaussian() + (test.test(row) ? shift : 0);
            still[row] = random.nextGaussian();
        }
        return new Batches(rows)
                .number("moved", row -> moved[row])
                .number("still", row -> still[row])
                .test(test)
                .batch();
    }

    @Test
    void aShiftIsSeenAtItsKnownSizeAndNamed() {
        // Two unit normals two deviations apart: AUC = Phi(2 / sqrt 2) = 0.921.
        ModelScore model = score(shifted(1, 6000, row -> row % 3 == 0, 2), "moved", "still");

        assertThat(model.measure()).isEqualTo("AUC");
        assertThat(model.score()).isCloseTo(0.921, within(0.025));
        assertThat(model.gain().keySet()).startsWith("moved");
        assertThat(model.gain().get("moved")).isGreaterThan(0.8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void equalPartsCannotBeToldApart(long seed) {
        ModelScore model = score(shifted(seed, 4000, row -> row % 4 == 0, 0), "moved", "still");

        assertThat(model.score()).isCloseTo(0.5, within(4 * model.standardError()));
    }

    @Test
    void aSmallTestSetIsNotDrownedByItsTrainingSet() {
        ModelScore model = score(shifted(3, 50_000, row -> row % 250 == 0, 2), "moved", "still");

        assertThat(model.rows()).isBetween(2_000L, 2_400L);
        assertThat(model.score()).isCloseTo(0.921, within(0.05));
    }

    @Test
    void aPartOfAFewRowsIsLeftOutWithItsSize() {
        DomainClassifier question = new DomainClassifier(List.of("moved"));
        ColumnBatch batch = shifted(4, 1000, row -> row < 20, 1);

        var answers = new BoostedModelAnswers().answer(batch, Optional.empty(), Set.of(question), 3, 2);

        assertThat(answers.has(question)).isFalse();
        assertThat(LeftOut.reason(answers, question)).contains("980 training and 20 test rows");
    }
}
