package io.watertight.ml.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysEarlierTest {

    private static DaysEarlier of(double[] days, int[] found, double... scores) {
        return DaysEarlier.of(days, outcomes(found), Predictions.ofScores(scores));
    }

    private static Response.Classes outcomes(int... found) {
        return new Response.Classes(found, List.of("nothing", "something"), 1);
    }

    /** Four visits on days 0, 1, 2, 2; finds on the last two. The scores put them first, on days 0 and 1. */
    @Test
    void findsMoveToTheFirstPlacesOfTheCalendar() {
        DaysEarlier result = of(new double[] {0, 1, 2, 2}, new int[] {0, 0, 1, 1}, 0.1, 0.2, 0.9, 0.8);

        assertThat(result.visits()).isEqualTo(4);
        assertThat(result.found()).isEqualTo(2);
        assertThat(result.mean()).isEqualTo(1.5); // two days and one day
        assertThat(result.deviation()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        // t = 1.5 / (sqrt(0.5) / sqrt(2)) = 3 with one degree of freedom: 1 - 2 atan(3) / pi
        assertThat(result.pValue()).isCloseTo(1 - 2 * Math.atan(3) / Math.PI, within(1e-12));
        assertThat(result.firstHalf()).isEqualTo(1);
        assertThat(result.firstHalfBefore()).isZero();
    }

    @Test
    void findsThatComeLaterCountAgainstTheScores() {
        assertThat(of(new double[] {0, 1, 2}, new int[] {1, 0, 0}, 0.1, 0.2, 0.3)
                        .mean())
                .isEqualTo(-2);
    }

    @Test
    void visitsOfEqualScoreShareTheirDaysWhateverTheOrderOfTheFile() {
        double[] same = {0.5, 0.5, 0.5, 0.5};

        DaysEarlier first = of(new double[] {0, 1, 2, 3}, new int[] {1, 0, 0, 0}, same);
        DaysEarlier turned = of(new double[] {3, 2, 1, 0}, new int[] {0, 0, 0, 1}, same);

        assertThat(first.mean()).isEqualTo(-1.5).isEqualTo(turned.mean());
        assertThat(first.firstHalf()).isEqualTo(0.5).isEqualTo(turned.firstHalf());
        assertThat(first.firstHalfBefore()).isEqualTo(1);
        assertThat(first.pValue()).isNaN();
    }

    @Test
    void theMiddleOfAnOddNumberOfVisitsBelongsHalfToTheFirstHalf() {
        assertThat(of(new double[] {0, 1, 2}, new int[] {0, 1, 0}, 3, 2, 1).firstHalf())
                .isEqualTo(0.5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theCalendarIsKeptSoThatAllVisitsTogetherAreNotEarlier(long seed) {
        Random random = new Random(seed);
        double[] days = random.ints(200, 0, 40).asDoubleStream().toArray();
        double[] scores = random.ints(200, 0, 50).asDoubleStream().toArray();
        int[] all = new int[200];
        Arrays.fill(all, 1);

        assertThat(of(days, all, scores).mean()).isCloseTo(0, within(1e-9));
        assertThat(of(days, all, scores).firstHalf()).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void theOrderOfRowsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        double[] days = random.ints(101, 0, 20).asDoubleStream().toArray();
        double[] scores = random.ints(101, 0, 9).asDoubleStream().toArray();
        int[] found = random.ints(101, 0, 2).toArray();
        int[] turned = IntStream.range(0, 101).map(row -> 100 - row).toArray();

        DaysEarlier forwards = of(days, found, scores);
        DaysEarlier backwards = of(
                Arrays.stream(turned).mapToDouble(row -> days[row]).toArray(),
                Arrays.stream(turned).map(row -> found[row]).toArray(),
                Arrays.stream(turned).mapToDouble(row -> scores[row]).toArray());

        assertThat(backwards.mean()).isCloseTo(forwards.mean(), within(1e-9));
        assertThat(backwards.deviation()).isCloseTo(forwards.deviation(), within(1e-9));
        assertThat(backwards.firstHalfBefore()).isCloseTo(forwards.firstHalfBefore(), within(1e-9));
    }

    @Test
    void withoutAFindThereIsNothingToSay() {
        DaysEarlier result = of(new double[] {0, 1}, new int[] {0, 0}, 1, 2);

        assertThat(result.found()).isZero();
        assertThat(result.mean()).isNaN();
        assertThat(result.pValue()).isNaN();
    }

    @Test
    void rowsHaveToMatch() {
        assertThatThrownBy(() -> of(new double[] {0}, new int[] {0, 1}, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 1 days, 2 outcomes and 2 predictions");
    }
}
