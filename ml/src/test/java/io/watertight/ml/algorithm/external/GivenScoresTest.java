package io.watertight.ml.algorithm.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.NewRows;
import io.watertight.ml.split.RandomFolds;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class GivenScoresTest {

    private static final int ROWS = 40;

    @Test
    void scoresFollowTheirRowsIntoEveryFold() {
        long[] ids = LongStream.range(0, ROWS).map(row -> 1000 - 7 * row).toArray();
        double[] scores = LongStream.of(ids).mapToDouble(id -> id / 10.0).toArray();
        Learner learner = GivenScores.byRowId("scores.csv", ids, Predictions.ofScores(scores));

        for (Fold fold : new RandomFolds(4, 1).split(dataset(ids), 3)) {
            double[] predicted = learner.fit(fold.training(), FitContext.of(1))
                    .predict(fold.evaluation())
                    .single();

            assertThat(predicted)
                    .containsExactly(LongStream.of(fold.evaluation().rowIds())
                            .mapToDouble(id -> id / 10.0)
                            .toArray());
        }
    }

    @Test
    void rowsWithoutAScoreAreNamed() {
        Learner learner = GivenScores.byPosition("scores.csv", Predictions.ofScores(new double[] {1, 2}));
        Fold fold = new RandomFolds(2, 1)
                .split(dataset(LongStream.range(0, ROWS).toArray()), 3)
                .get(0);

        assertThatThrownBy(() -> learner.fit(fold.training(), FitContext.of(1)).predict(fold.evaluation()))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no score for row");
    }

    @Test
    void rowsWithoutAnIdAndBadScoresAreRefused() {
        Learner learner = GivenScores.byPosition("scores.csv", Predictions.ofScores(new double[ROWS]));
        Fold fold = new RandomFolds(2, 1)
                .split(dataset(LongStream.range(0, ROWS).toArray()), 3)
                .get(0);

        assertThatThrownBy(() -> learner.fit(fold.training(), FitContext.of(1))
                        .predict(new NewRows(fold.evaluation().features())))
                .isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> GivenScores.byRowId("s", new long[] {1, 1}, Predictions.ofScores(new double[2])))
                .hasMessageContaining("row 1 twice");
        assertThatThrownBy(() -> GivenScores.byRowId("s", new long[] {1}, Predictions.ofScores(new double[2])))
                .hasMessageContaining("2 scores for 1 rows");
        assertThatThrownBy(() -> GivenScores.byPosition("s", Predictions.ofScores(new double[] {Double.NaN})))
                .hasMessageContaining("NaN");
    }

    private static Dataset dataset(long[] ids) {
        return Dataset.of(
                ids,
                new Features(ROWS, List.of(NumberBlock.of("x", new double[ROWS]))),
                new Response.Numbers(new double[ROWS]));
    }
}
