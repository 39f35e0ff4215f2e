package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowSketchTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSmallestHashesAreThoseOfASort(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(2000);
        long[] stream = LongStream.range(0, size)
                .map(at -> random.nextInt(3) == 0 ? random.nextInt(50) : random.nextLong() >>> 1)
                .toArray();
        SmallestHashes smallest = new SmallestHashes(64);
        Arrays.stream(stream).forEach(smallest::add);

        long[] expected = Arrays.stream(stream).sorted().distinct().limit(64).toArray();
        long distinct = Arrays.stream(stream).distinct().count();

        assertThat(smallest.smallest()).as("seed %d", seed).isEqualTo(expected);
        if (distinct <= 64) {
            assertThat(smallest.sketch(1).distinct()).isEqualTo(distinct);
            assertThat(smallest.sketch(1).isComplete()).isTrue();
        } else {
            assertThat(smallest.sketch(1).isComplete()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"3000, 1", "50000, 2", "1000000, 3"})
    void distinctRowsAreEstimatedWithinTheirError(int rows, long seed) {
        SmallestHashes smallest = new SmallestHashes(2048);
        for (int repeat = 0; repeat < 2; repeat++) {
            for (int row = 0; row < rows; row++) {
                smallest.add(CellHash.mix(seed << 32 | row) >>> 1);
            }
        }

        // Beyer and others: the relative error is about sqrt(2 / (pi (k - 2))), 1.8 % here; four of them.
        assertThat((double) smallest.sketch(1).distinct()).isCloseTo(rows, within(0.072 * rows));
    }

    @Test
    void setsThatFitAreCountedExactly() {
        RowSketch left = sketch(LongStream.range(0, 1000));
        RowSketch right = sketch(LongStream.range(400, 2000));

        Overlap overlap = left.overlap(right, "x");

        assertThat(overlap.containment()).isEqualTo(0.6);
        assertThat(overlap.standardError()).isZero();
        assertThat(overlap.jaccard()).isEqualTo(600 / 2000.0);
        assertThat(right.overlap(left, "x")).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100000, 50000, 150000, 0.5",
        "0, 100000, 0, 10000, 1.0",
        "0, 5000, 4000, 200000, 0.2",
        "0, 9000, 9000, 18000, 0"
    })
    void largeSetsAreEstimatedWithinTheirError(long from, long to, long otherFrom, long otherTo, double containment) {
        RowSketch left = sketch(LongStream.range(from, to));
        RowSketch right = sketch(LongStream.range(otherFrom, otherTo));

        Overlap overlap = left.overlap(right, "x");

        assertThat(overlap.standardError()).isBetween(1e-5, 0.06);
        assertThat(overlap.containment()).isCloseTo(containment, within(4 * overlap.standardError() + 1e-9));
    }

    /** Two hundred pairs that share 60 % of 20,000 rows: the error claimed must be the error made. */
    @Test
    void theClaimedErrorIsTheErrorMade() {
        double sum = 0;
        double claimed = 0;
        for (int run = 0; run < 200; run++) {
            long base = (long) run << 40;
            Overlap overlap = sketch(LongStream.range(base, base + 20_000))
                    .overlap(sketch(LongStream.range(base + 8_000, base + 28_000)), "x");
            sum += Math.pow(overlap.containment() - 0.6, 2);
            claimed += Math.pow(overlap.standardError(), 2);
        }

        assertThat(Math.sqrt(sum / claimed)).isBetween(0.8, 1.2);
    }

    private static RowSketch sketch(LongStream items) {
        SmallestHashes smallest = new SmallestHashes(2048);
        items.forEach(item -> smallest.add(CellHash.mix(item) >>> 1));
        return smallest.sketch(1);
    }
}
