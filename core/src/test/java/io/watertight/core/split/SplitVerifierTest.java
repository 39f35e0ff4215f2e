package io.watertight.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitProof.Claim;
import io.watertight.core.split.SplitVerifier.Facts;
import io.watertight.core.split.SplitVerifier.Sides;
import io.watertight.core.study.Lag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to break a split is planted and must be named, with its count. */
final class SplitVerifierTest {

    private static final Shape TWO = Shape.folds(2);

    private static final int[] GROUPS = {0, 0, 1, 1, 2, 2, 3, 3};
    private static final double[] DAYS = {0, 1, 2, 3, 4, 5, 6, 7};

    private static Facts facts() {
        double[] times = Arrays.stream(DAYS).map(day -> day * 86_400).toArray();
        return new Facts(8, Map.of("patient", GROUPS), Optional.of(times), new int[8]);
    }

    private static Sides side(int number, int[] training, int... evaluation) {
        return new Sides(0, number, training, evaluation);
    }

    private static List<Claim> broken(SplitPlan plan, Sides... folds) {
        return SplitVerifier.verify(plan, facts(), List.of(folds)).broken();
    }

    @Test
    void aSplitThatKeepsItsPromisesIsProved() {
        SplitPlan plan = new SplitPlan.Group("patient", false, TWO);

        assertThat(broken(
                        plan, side(0, new int[] {0, 1, 2, 3}, 4, 5, 6, 7), side(1, new int[] {4, 5, 6, 7}, 0, 1, 2, 3)))
                .isEmpty();
    }

    @Test
    void aGroupOnTwoSidesIsCounted() {
        SplitPlan plan = new SplitPlan.Group("patient", false, TWO);

        List<Claim> claims =
                broken(plan, side(0, new int[] {0, 1, 2, 4}, 3, 5, 6, 7), side(1, new int[] {3, 5, 6, 7}, 0, 1, 2, 4));

        assertThat(claims).containsExactly(Claim.onBothSides("'patient'", 2));
        assertThat(claims.get(0).toString()).startsWith("BROKEN by 2 groups");
    }

    @Test
    void aRowOnTwoSidesAndARowEvaluatedTwiceAreCounted() {
        assertThat(broken(
                        new SplitPlan.LeaveOneOut(),
                        side(0, new int[] {0, 1, 2, 3}, 3, 4),
                        side(1, new int[] {5, 6}, 4, 7, 0)))
                .containsExactly(Claim.rowsOnBothSides(1), Claim.evaluatedTwice(1));
    }

    @Test
    void rowsOfTheFutureAndOfTheGapAreCounted() {
        Chain chain = new Chain(
                "day",
                Shape.holdOut(0.25),
                Optional.empty(),
                Optional.of(Lag.parse("1d")),
                Optional.of(Lag.parse("1d")));
        SplitPlan plan = new SplitPlan.ForwardChaining(chain);

        assertThat(broken(plan, side(0, new int[] {0, 1, 2, 3}, 6, 7))).isEmpty();
        assertThat(broken(plan, side(0, new int[] {0, 1, 2, 3, 4}, 6, 7)))
                .containsExactly(Claim.fromTheFuture("day", 172_800, 1));
        assertThat(broken(plan, side(0, new int[] {0, 5, 7}, 6)))
                .containsExactly(Claim.fromTheFuture("day", 172_800, 2));
    }

    @Test
    void anEmptySideAndUnevenFoldsAreCounted() {
        assertThat(broken(
                        new SplitPlan.Random(TWO), side(0, new int[] {0}, 1, 2, 3, 4, 5, 6, 7), side(1, new int[0], 0)))
                .extracting(Claim::what)
                .containsExactly("folds", "folds");
    }

    @Test
    void aKeyThatIsNotKnownProvesNothing() {
        assertThat(broken(new SplitPlan.Group("doctor", false, TWO), side(0, new int[] {0, 1, 2, 3}, 4, 5, 6, 7)))
                .containsExactly(Claim.onBothSides("'doctor'", 8));
    }

    @Test
    void abrokenProofNamesWhatIsBroken() {
        SplitProof proof = new SplitProof(List.of(Claim.evaluatedTwice(0), Claim.onBothSides("'patient'", 5)));

        assertThatThrownBy(proof::orThrow)
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("BROKEN by 5 groups")
                .hasMessageNotContaining("evaluated at most once");
    }

    /** Random assignments of rows, with groups planted on both sides: exactly these are named. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void exactlyThePlantedGroupsAreNamed(long seed) {
        Random random = new Random(seed);
        int groups = 199;
        int[] codes = IntStream.range(0, 2_000).map(row -> row % groups).toArray();
        Set<Integer> planted = new TreeSet<>();
        while (planted.size() < 5) {
            planted.add(random.nextInt(groups));
        }
        boolean[] evaluated = new boolean[groups];
        for (int group = 0; group < groups; group++) {
            evaluated[group] = random.nextInt(4) == 0;
        }
        int[] training = IntStream.range(0, codes.length)
                .filter(row -> planted.contains(codes[row]) ? row < groups : !evaluated[codes[row]])
                .toArray();
        int[] evaluation = IntStream.range(0, codes.length)
                .filter(row -> planted.contains(codes[row]) ? row >= groups : evaluated[codes[row]])
                .toArray();

        assertThat(SplitVerifier.straddling(codes, List.of(side(0, training, evaluation))))
                .as("seed %d", seed)
                .isEqualTo(planted);
    }
}
