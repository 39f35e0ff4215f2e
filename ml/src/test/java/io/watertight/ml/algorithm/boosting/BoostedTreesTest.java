package io.watertight.ml.algorithm.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.algorithm.Sets;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BoostedTreesTest {

    private static final int ROWS = 600;

    @Test
    void learnsFromEveryKindOfColumn() {
        SplittableRandom random = new SplittableRandom(4);
        double[] number = random.doubles(ROWS).toArray();
        int[] words = random.ints(ROWS, 0, 5).toArray();
        int[] levels = random.ints(ROWS, 0, 4).toArray();
        int[] starts = IntStream.rangeClosed(0, ROWS).map(row -> (row + 1) / 2).toArray();
        int[] columns = IntStream.range(0, starts[ROWS]).map(entry -> entry % 3).toArray();
        double[] ones =
                IntStream.range(0, columns.length).mapToDouble(entry -> 1).toArray();
        Features features = new Features(
                ROWS,
                List.of(
                        NumberBlock.of("number", number),
                        new CategoryBlock("word", words, List.of("a", "b", "c", "d", "e")),
                        new IndicatorBlock("level", levels, List.of("p", "q", "r", "s")),
                        new SparseBlock("text", List.of("x", "y", "z"), starts, columns, ones)));
        int[] codes = IntStream.range(0, ROWS)
                .map(row -> number[row] + (words[row] == 3 ? 0.6 : 0) + (levels[row] == 2 ? 0.6 : 0) > 0.8 ? 1 : 0)
                .toArray();

        Model model = Sets.fit(new BoostedTrees(), features, new Response.Classes(codes, List.of("n", "y"), 1));

        double[] chances = Sets.predict(model, features).single();
        for (int row = 0; row < ROWS; row++) {
            assertThat(chances[row] > 0.5).isEqualTo(codes[row] == 1);
        }
        double[] importance = ((Explains) model).importance();
        assertThat(importance).hasSize(1 + 1 + 4 + 3);
        assertThat(Arrays.stream(importance).sum()).isBetween(0.999, 1.001);
        assertThat(importance[0]).isGreaterThan(importance[6]);
        assertThat(importance[2]).isEqualTo(importance[5]).isPositive();
        assertThat(model.parameters()).isGreaterThan(100);
    }

    @Test
    void stoppingEarlyGrowsFewerTreesOfNoise() {
        SplittableRandom random = new SplittableRandom(5);
        Features features = new Features(
                ROWS,
                List.of(
                        NumberBlock.of("a", random.doubles(ROWS).toArray()),
                        NumberBlock.of("b", random.doubles(ROWS).toArray())));
        Response noise = new Response.Classes(random.ints(ROWS, 0, 2).toArray(), List.of("n", "y"), 1);

        long all = Sets.fit(new BoostedTrees(), features, noise).parameters();
        long stopped = Sets.fit(
                        new BoostedTrees(BoostedTrees.Settings.standard().withPatience(5)), features, noise)
                .parameters();

        assertThat(stopped).isLessThan(all / 5);
    }

    /** A group's identity predicts its rows. Were groups to part, the watched rows would look predictable and all rounds would be grown. */
    @Test
    void groupsStayTogetherInWhatEarlyStoppingWatches() {
        SplittableRandom random = new SplittableRandom(6);
        int[] groups = IntStream.range(0, ROWS).map(row -> row / 10).toArray();
        double[] marks = random.doubles(ROWS / 10).toArray();
        int[] outcomes = random.ints(ROWS / 10, 0, 2).toArray();
        Features features = new Features(
                ROWS,
                List.of(NumberBlock.of(
                        "mark",
                        IntStream.of(groups).mapToDouble(group -> marks[group]).toArray())));
        Response response = new Response.Classes(
                IntStream.of(groups).map(group -> outcomes[group]).toArray(), List.of("n", "y"), 1);
        BoostedTrees patient = new BoostedTrees(BoostedTrees.Settings.standard().withPatience(3));

        long apart =
                patient.fit(Sets.training(features, response), FitContext.of(2)).parameters();
        long together = patient.fit(Sets.grouped(features, response, groups), FitContext.of(2))
                .parameters();

        assertThat(together).isLessThan(apart / 3);
    }

    @Test
    void largeTargetsKeepTheirDigits() {
        double[] number = IntStream.range(0, ROWS).mapToDouble(row -> row).toArray();
        double[] target = Arrays.stream(number).map(value -> 1e12 + value).toArray();
        Features features = new Features(ROWS, List.of(NumberBlock.of("x", number)));

        Model model = Sets.fit(new BoostedTrees(), features, new Response.Numbers(target));

        double[] predicted = Sets.predict(model, features).single();
        for (int row = 0; row < ROWS; row++) {
            assertThat(Math.abs(predicted[row] - target[row])).isLessThan(20);
        }
    }
}
