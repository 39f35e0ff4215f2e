package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.split.RandomFolds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelPermutationTest {

    private final Evaluator evaluator = new Evaluator(new RandomFolds(3, 1), TinyLearners.baselines());

    @Test
    void aSignalIsNoLuck() {
        LabelPermutation test =
                LabelPermutation.of(evaluator, TinyLearners.ridge("model", 1), Draws.classes(150, 3, 2, 1.5, 31), 39);

        assertThat(test.pValue()).isEqualTo(1.0 / 40);
        assertThat(Arrays.stream(test.permuted()).average().orElseThrow()).isBetween(0.4, 0.6);
        assertThat(test.sentence())
                .startsWith("With outcomes exchanged between rows the whole workflow scores AUC 0.")
                .contains("p = 0.025 from 39 permutations");
    }

    @Test
    void noiseIsLuck() {
        LabelPermutation test =
                LabelPermutation.of(evaluator, TinyLearners.ridge("model", 1), Draws.classes(150, 3, 0, 0, 33), 39);

        assertThat(test.pValue()).isGreaterThan(0.05);
    }

    @Test
    void outcomesThatDoNotDifferWithinGroupsMoveBetweenWholeGroups() {
        Dataset entities = Draws.entities(30, 4, 34);
        Exchange exchange = Exchange.of(entities);
        int[] from = exchange.deal(1);

        assertThat(exchange.kind()).isEqualTo(Exchange.Kind.WHOLE_GROUPS);
        for (int row = 0; row < from.length; row += 4) {
            assertThat(from[row]).isEqualTo(from[row + 1]).isEqualTo(from[row + 3]);
        }
    }

    @Test
    void outcomesThatDifferWithinGroupsStayInThem() {
        int[] groups = IntStream.range(0, 120).map(row -> row / 6).toArray();
        Dataset grouped = Draws.classes(120, 2, 1, 1, 35).withGroup("patient", groups);
        Exchange exchange = Exchange.of(grouped);
        int[] from = exchange.deal(2);

        assertThat(exchange.kind()).isEqualTo(Exchange.Kind.WITHIN_GROUPS);
        for (int row = 0; row < from.length; row++) {
            assertThat(groups[from[row]]).isEqualTo(groups[row]);
        }
        assertThat(Arrays.stream(from).sorted().toArray())
                .isEqualTo(IntStream.range(0, 120).toArray());
    }

    @Test
    void timeKeepsOutcomesInTheirStretch() {
        Dataset dated = Draws.classes(200, 2, 1, 1, 36)
                .withTimes(IntStream.range(0, 200).mapToDouble(row -> row).toArray());
        Exchange exchange = Exchange.of(dated);
        int[] from = exchange.deal(3);

        assertThat(exchange.kind()).isEqualTo(Exchange.Kind.WITHIN_STRETCHES);
        for (int row = 0; row < from.length; row++) {
            assertThat(Math.abs(from[row] - row)).isLessThan(20);
        }
    }

    @Test
    void whatAGroupTellsByItselfIsNotCountedAsASignal() {
        // The class depends on the group's mean alone; within a group the column says nothing.
        double[][] values = new double[1][240];
        int[] codes = new int[240];
        int[] groups = new int[240];
        Random random = new Random(37);
        for (int row = 0; row < 240; row++) {
            groups[row] = row / 12;
            values[0][row] = groups[row] + 0.1 * random.nextGaussian();
            codes[row] = random.nextDouble() < (groups[row] < 10 ? 0.2 : 0.8) ? 1 : 0;
        }
        Dataset grouped = Dataset.of(Draws.features(values), new Response.Classes(codes, List.of("no", "yes"), 1))
                .withGroup("clinic", groups);
        LabelPermutation test = LabelPermutation.of(evaluator, TinyLearners.ridge("model", 1), grouped, 39);

        assertThat(test.score()).isGreaterThan(0.7);
        assertThat(test.pValue()).isGreaterThan(0.05);
    }
}
