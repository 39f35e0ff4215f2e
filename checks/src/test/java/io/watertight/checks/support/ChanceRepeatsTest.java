package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChanceRepeatsTest {

    private static ColumnBatch batch(Map<String, Vector> columns) {
        int rows = columns.values().iterator().next().size();
        return new ColumnBatch(IntStream.range(0, rows).asLongStream().toArray(), new byte[rows], columns, rows);
    }

    private static NumberVector levels(Random random, int rows, int levels) {
        return new NumberVector(random.ints(rows, 0, levels).asDoubleStream().toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void repeatsOfCoarseColumnsAreExplained(long seed) {
        Random random = new Random(seed);
        Map<String, Vector> columns = new LinkedHashMap<>();
        for (int column = 0; column < 6; column++) {
            columns.put("c" + column, levels(random, 2000, 3 + column));
        }
        ChanceRepeats chance = ChanceRepeats.within(batch(columns), List.copyOf(columns.keySet()));
        assertThat(chance.observed()).isPositive();
        assertThat(chance.isExceeded()).as("seed %d: %s", seed, chance).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aColumnComputedFromTwoOthersDoesNotHideChance(long seed) {
        Random random = new Random(seed);
        NumberVector months = levels(random, 3000, 40);
        NumberVector fee = levels(random, 3000, 60);
        double[] total = IntStream.range(0, 3000)
                .mapToDouble(row -> months.values()[row] * 100 + fee.values()[row])
                .toArray();
        Map<String, Vector> columns =
                Map.of("months", months, "fee", fee, "total", new NumberVector(total), "kind", levels(random, 3000, 2));
        ChanceRepeats chance = ChanceRepeats.within(batch(columns), List.of("months", "fee", "total", "kind"));
        assertThat(chance.isRuledOut()).as("seed %d: %s", seed, chance).isFalse();
    }

    @Test
    void copiesOfFineRowsAreNotExplained() {
        Random random = new Random(1);
        double[] fine = random.doubles(1000).toArray();
        System.arraycopy(fine, 0, fine, 900, 100);
        double[] other = random.ints(1000, 0, 50).asDoubleStream().toArray();
        System.arraycopy(other, 0, other, 900, 100);
        Map<String, Vector> columns = Map.of("fine", new NumberVector(fine), "other", new NumberVector(other));
        ChanceRepeats chance = ChanceRepeats.within(batch(columns), List.of("fine", "other"));
        assertThat(chance.observed()).isEqualTo(100);
        assertThat(chance.isRuledOut()).isTrue();
    }

    @Test
    void copiesAmongCoarseRowsAreSeenBeyondChance() {
        Random random = new Random(2);
        Map<String, Vector> columns = new LinkedHashMap<>();
        for (int column = 0; column < 5; column++) {
            double[] values = random.ints(2000, 0, 9).asDoubleStream().toArray();
            System.arraycopy(values, 0, values, 1500, 500);
            columns.put("c" + column, new NumberVector(values));
        }
        ChanceRepeats chance = ChanceRepeats.within(batch(columns), List.copyOf(columns.keySet()));
        assertThat(chance.isExceeded()).isTrue();
        assertThat(chance.expected()).isBetween(5.0, 250.0);
    }

    @Test
    void longTextsDoNotCoincide() {
        List<String> texts = IntStream.range(0, 90)
                .mapToObj(row -> "a long message with the number " + row)
                .toList();
        int[] codes = IntStream.range(0, 100).map(row -> row % 90).toArray();
        ChanceRepeats chance =
                ChanceRepeats.within(batch(Map.of("text", new CodeVector(codes, texts))), List.of("text"));
        assertThat(chance.observed()).isEqualTo(10);
        assertThat(chance.isRuledOut()).isTrue();
    }

    @Test
    void aSingleCoarseColumnIsNeverACopy() {
        ChanceRepeats chance = ChanceRepeats.within(batch(Map.of("a", levels(new Random(3), 100, 5))), List.of("a"));
        assertThat(chance.share()).isEqualTo(1);
    }

    @Test
    void withoutRepeatsThereIsNothingToExplain() {
        Map<String, Vector> columns = Map.of("a", new NumberVector(new double[] {1, 2, 3}));
        assertThat(ChanceRepeats.within(batch(columns), List.of("a")).isExceeded())
                .isFalse();
    }
}
