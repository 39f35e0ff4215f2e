package io.watertight.ml.algorithm.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.numeric.Ranks;
import io.watertight.ml.algorithm.Sets;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomForestTest {

    private static final int ROWS = 500;

    @Test
    void outOfBagScoresOfNoiseAreNoBetterThanChanceWhileInSampleOnesAre() {
        SplittableRandom random = new SplittableRandom(1);
        Features features = new Features(
                ROWS,
                List.of(
                        NumberBlock.of("a", random.doubles(ROWS).toArray()),
                        NumberBlock.of("b", random.doubles(ROWS).toArray())));
        Response.Classes noise = new Response.Classes(random.ints(ROWS, 0, 2).toArray(), List.of("n", "y"), 1);
        RawTrainingSet training = Sets.training(features, noise);

        RandomForest.Forest forest = (RandomForest.Forest) new RandomForest().fit(training, FitContext.of(3));

        assertThat(auc(noise, Sets.predict(forest, features))).isGreaterThan(0.99);
        assertThat(auc(noise, forest.outOfBag(training))).isBetween(0.4, 0.6);
    }

    @Test
    void aTreeCutsCategoriesIntoSetsAtOnce() {
        SplittableRandom random = new SplittableRandom(2);
        int[] words = random.ints(ROWS, 0, 12).toArray();
        Features features = new Features(
                ROWS,
                List.of(new CategoryBlock(
                        "word",
                        words,
                        IntStream.range(0, 12).mapToObj(word -> "w" + word).toList())));
        int[] codes = IntStream.of(words).map(word -> word * 5 % 12 % 2).toArray();
        Response response = new Response.Classes(codes, List.of("n", "y"), 1);

        Model stump = Sets.fit(new DecisionTree(new TreeSettings(1, 1, 1)), features, response);

        double[] chances = Sets.predict(stump, features).single();
        for (int row = 0; row < ROWS; row++) {
            assertThat(chances[row]).isEqualTo(codes[row]);
        }
        assertThat(stump.parameters()).isEqualTo(3);
    }

    @Test
    void missingValuesGoToTheSideTheyAreLike() {
        double[] values = IntStream.range(0, ROWS)
                .mapToDouble(row -> row % 5 == 0 ? Double.NaN : row % 7)
                .toArray();
        int[] codes = IntStream.range(0, ROWS)
                .map(row -> row % 5 == 0 || row % 7 > 3 ? 1 : 0)
                .toArray();
        Features features = new Features(ROWS, List.of(NumberBlock.of("x", values)));

        Model stump = Sets.fit(
                new DecisionTree(new TreeSettings(1, 1, 1)),
                features,
                new Response.Classes(codes, List.of("n", "y"), 1));

        double[] chances = Sets.predict(stump, features).single();
        for (int row = 0; row < ROWS; row++) {
            assertThat(chances[row]).isEqualTo(codes[row]);
        }
    }

    @Test
    void importanceGoesToTheColumnThatCounts() {
        SplittableRandom random = new SplittableRandom(3);
        double[] signal = random.doubles(ROWS).toArray();
        Features features = new Features(
                ROWS,
                List.of(NumberBlock.of("noise", random.doubles(ROWS).toArray()), NumberBlock.of("signal", signal)));

        Model model = Sets.fit(new RandomForest(), features, new Response.Numbers(signal));

        double[] importance = ((Explains) model).importance();
        assertThat(importance[1]).isGreaterThan(20 * importance[0]);
        double[] predicted = Sets.predict(model, features).single();
        for (int row = 0; row < ROWS; row++) {
            assertThat(Math.abs(predicted[row] - signal[row])).isLessThan(0.05);
        }
    }

    private static double auc(Response.Classes truth, Predictions predicted) {
        boolean[] positive = new boolean[truth.rows()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = truth.codes()[row] == 1;
        }
        return Ranks.auc(predicted.single(), positive);
    }
}
