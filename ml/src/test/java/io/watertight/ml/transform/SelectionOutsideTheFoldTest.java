package io.watertight.ml.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.split.RandomFolds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pure noise of 200 rows and 10,000 columns, of which 200 are selected (the demonstration of Hastie, Tibshirani and Friedman, The
 * Elements of Statistical Learning, 7.10.2): selected before the split a model looks flawless, selected within each fold it knows nothing.
 */
class SelectionOutsideTheFoldTest {

    private static final int ROWS = 200;
    private static final int COLUMNS = 10_000;
    private static final int KEPT = 200;

    /** The mean over five folds. */
    private static double auc(Learner learner, Dataset dataset, long seed) {
        double[] aucs = new RandomFolds(5, 1)
                .split(dataset, seed).stream()
                        .mapToDouble(fold -> auc(learner, fold, seed))
                        .toArray();
        return Arrays.stream(aucs).average().orElseThrow();
    }

    private static double auc(Learner learner, Fold fold, long seed) {
        double[] scores = learner.fit(fold.training(), FitContext.of(seed))
                .predict(fold.evaluation())
                .single();
        Response.Classes truth = (Response.Classes) fold.evaluation().response();
        double won = 0;
        double pairs = 0;
        for (int first = 0; first < scores.length; first++) {
            for (int second = 0; second < scores.length; second++) {
                if (truth.indicator(first) > truth.indicator(second)) {
                    pairs++;
                    won += scores[first] > scores[second] ? 1 : scores[first] == scores[second] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void selectionInsideTheFoldsFindsNothingInNoise(long seed) {
        Random random = new Random(seed);
        List<Block> blocks = IntStream.range(0, COLUMNS)
                .<Block>mapToObj(column -> NumberBlock.of(
                        "x" + column,
                        IntStream.range(0, ROWS)
                                .mapToDouble(row -> random.nextGaussian())
                                .toArray()))
                .toList();
        Response.Classes response = FirstRows.binary(
                IntStream.range(0, ROWS).map(row -> random.nextInt(2)).toArray());
        Dataset noise = Dataset.of(new Features(ROWS, blocks), response);
        double inside = auc(new Pipeline(List.of(Select.bestByF(KEPT)), new ClassMeans()), noise, seed);
        assertThat(inside).isBetween(0.40, 0.60);

        // What the types refuse has to be done by hand, behind their back.
        double[] scores = UnivariateScores.f(new Features(ROWS, blocks), response);
        List<Block> selected = IntStream.range(0, COLUMNS)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> -scores[column]))
                .limit(KEPT)
                .map(blocks::get)
                .toList();
        double outside = auc(new ClassMeans(), Dataset.of(new Features(ROWS, selected), response), seed);
        assertThat(outside).isGreaterThan(0.99);
    }
}
