package io.watertight.ml.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.WatertightException;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitProof;
import io.watertight.core.split.SplitVerifier;
import io.watertight.ml.data.Features;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of generated tables, every plan on each: what is promised holds, whatever the data. */
final class SplitPropertiesTest {

    private static final int TABLES = 2_000;

    @Test
    void everyPlanKeepsItsPromisesOnThousandsOfTables() {
        int proved = 0;
        int refused = 0;
        for (long seed = 1; seed <= TABLES; seed++) {
            Randomized table = Randomized.of(seed);
            List<SplitPlan> plans = Randomized.plans(new Random(seed));
            // Two of the plans in turn, so that all see hundreds of tables.
            for (int turn = 0; turn < 2; turn++) {
                SplitPlan plan = plans.get((int) ((2 * seed + turn) % plans.size()));
                try {
                    List<Fold> folds = Splitters.of(plan).split(table.dataset(), seed);
                    SplitProof proof = SplitVerifier.verify(plan, table.facts(plan), Randomized.sides(folds));
                    assertThat(proof.broken())
                            .as("seed %d, %s", seed, plan.describe())
                            .isEmpty();
                    proved++;
                } catch (WatertightException tooFew) {
                    assertThat(tooFew.getMessage())
                            .as("seed %d, %s", seed, plan.describe())
                            .isNotEmpty();
                    refused++;
                }
            }
        }
        assertThat(proved).isGreaterThan(3_500);
        assertThat(refused).isLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void theOrderOfRowsDoesNotMatter(long seed) {
        Randomized table = Randomized.of(seed);
        int[] shuffled = shuffled(table.dataset().rows(), seed);
        for (SplitPlan plan : Randomized.plans(new Random(seed))) {
            assertThat(outcome(plan, reordered(table, shuffled)))
                    .as(plan.describe())
                    .isEqualTo(outcome(plan, table.dataset()));
        }
    }

    /** The folds, or why there are none: two kinds of groups at once may leave a side empty. */
    private static List<String> outcome(SplitPlan plan, Dataset dataset) {
        try {
            return byId(Splitters.of(plan).split(dataset, 5));
        } catch (WatertightException refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    @Test
    void seedsAndRepeatsDifferAndTheSameSeedRepeats() {
        Dataset dataset = Randomized.of(3).dataset();
        SplitPlan plan = new SplitPlan.Group(Randomized.PATIENT, false, new io.watertight.core.split.Shape.Folds(3, 2));

        List<String> once = byId(Splitters.of(plan).split(dataset, 1));

        assertThat(byId(Splitters.of(plan).split(dataset, 1))).isEqualTo(once);
        assertThat(byId(Splitters.of(plan).split(dataset, 2))).isNotEqualTo(once);
        assertThat(once.subList(0, 3)).doesNotContainAnyElementsOf(once.subList(3, 6));
    }

    private static int[] shuffled(int rows, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            order.add(row);
        }
        java.util.Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Dataset reordered(Randomized table, int[] order) {
        Dataset dataset = table.dataset();
        Fold everything =
                Splitters.of(new SplitPlan.LeaveOneOut()).split(dataset, 0).get(0);
        // The response of all rows, put together from both sides of one division.
        long[] ids =
                Arrays.stream(order).mapToLong(row -> dataset.rowIds()[row]).toArray();
        java.util.Map<Long, Object> responses = new java.util.HashMap<>();
        collect(responses, everything.training().rowIds(), everything.training().response());
        collect(
                responses,
                everything.evaluation().rowIds(),
                everything.evaluation().response());
        io.watertight.ml.data.Response response = everything.training().response();
        io.watertight.ml.data.Response moved = response instanceof io.watertight.ml.data.Response.Classes classes
                ? new io.watertight.ml.data.Response.Classes(
                        Arrays.stream(ids)
                                .mapToInt(id -> (Integer) responses.get(id))
                                .toArray(),
                        classes.names(),
                        classes.positive())
                : new io.watertight.ml.data.Response.Numbers(Arrays.stream(ids)
                        .mapToDouble(id -> (Double) responses.get(id))
                        .toArray());
        Features features = new Features(
                ids.length,
                List.of(
                        io.watertight.ml.data.NumberBlock.of("x", gather(table.x(), order)),
                        io.watertight.ml.data.NumberBlock.of("y", gather(table.y(), order)),
                        new io.watertight.ml.data.CategoryBlock(
                                "word", gather(table.words(), order), List.of("p", "q", "r"))));
        return Dataset.of(ids, features, moved)
                .withTimes(gather(table.times(), order))
                .withGroup(Randomized.PATIENT, gather(table.patients(), order))
                .withGroup(Randomized.DEVICE, gather(table.devices(), order));
    }

    private static void collect(
            java.util.Map<Long, Object> responses, long[] ids, io.watertight.ml.data.Response response) {
        for (int row = 0; row < ids.length; row++) {
            responses.put(
                    ids[row],
                    response instanceof io.watertight.ml.data.Response.Classes classes
                            ? (Object) classes.codes()[row]
                            : ((io.watertight.ml.data.Response.Numbers) response).values()[row]);
        }
    }

    private static int[] gather(int[] values, int[] order) {
        return Arrays.stream(order).map(row -> values[row]).toArray();
    }

    private static double[] gather(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    }

    /** Each fold as text: ids of both sides in ascending order. */
    private static List<String> byId(List<Fold> folds) {
        return folds.stream()
                .map(fold -> fold.repeat() + "/" + fold.number() + " "
                        + sorted(fold.training().rowIds()) + " | "
                        + sorted(fold.evaluation().rowIds()))
                .toList();
    }

    private static String sorted(long[] ids) {
        return Arrays.stream(ids)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}
