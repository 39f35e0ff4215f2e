package io.watertight.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BalanceTest {

    private static Balance of(int classes, int... counts) {
        int groups = counts.length / classes;
        long[] keys = IntStream.range(0, groups)
                .mapToLong(group -> 1_000L + 7 * group)
                .toArray();
        return new Balance(keys, keys, counts, classes);
    }

    private static int[] rows(int[] bins, int[] counts, int number) {
        int[] rows = new int[number];
        for (int group = 0; group < bins.length; group++) {
            rows[bins[group]] += counts[group];
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void binsDifferByTheLargestGroupAtMost(int folds) {
        Random random = new Random(folds);
        for (int table = 0; table < 300; table++) {
            int[] sizes = IntStream.range(0, folds + random.nextInt(60))
                    .map(group -> 1 + (int) Math.pow(random.nextInt(30), 1 + random.nextDouble()))
                    .toArray();
            int[] bins = of(1, sizes).deal(Shape.folds(folds).shares(), table);
            int[] rows = rows(bins, sizes, folds);
            int spread = Arrays.stream(rows).max().orElse(0)
                    - Arrays.stream(rows).min().orElse(0);
            assertThat(spread)
                    .as("folds %d, table %d", folds, table)
                    .isLessThanOrEqualTo(Arrays.stream(sizes).max().orElse(0));
        }
    }

    @Test
    void rareClassesAreSpread() {
        // 40 groups of ten rows, of which every tenth group holds all positives.
        int[] counts = new int[80];
        for (int group = 0; group < 40; group++) {
            counts[2 * group] = group % 10 == 0 ? 0 : 10;
            counts[2 * group + 1] = group % 10 == 0 ? 10 : 0;
        }
        for (long seed = 0; seed < 50; seed++) {
            int[] bins = of(2, counts).deal(Shape.folds(4).shares(), seed);
            int[] positives = new int[4];
            for (int group = 0; group < 40; group += 10) {
                positives[bins[group]]++;
            }
            assertThat(positives).as("seed %d", seed).containsExactly(1, 1, 1, 1);
        }
    }

    @Test
    void aSmallTestShareStillGetsAGroup() {
        int[] bins = of(1, 50, 60, 70).deal(Shape.holdOut(0.05).shares(), 1);

        assertThat(bins).containsExactly(0, 1, 1);
    }

    @Test
    void aTestShareIsMetWhenGroupsAreSmall() {
        int[] sizes = IntStream.range(0, 1_000).map(group -> 1 + group % 7).toArray();
        int total = Arrays.stream(sizes).sum();

        int[] rows = rows(of(1, sizes).deal(Shape.holdOut(0.2).shares(), 3), sizes, 2);

        assertThat((double) rows[0] / total).isBetween(0.195, 0.205);
    }
}
