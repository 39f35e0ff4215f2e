package io.watertight.ml;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.ColumnBatch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EncodedColumnsTest {

    private static EncodedColumns all(ColumnBatch batch) {
        return new EncodedColumns(batch, IntStream.range(0, batch.rows()).toArray());
    }

    @Test
    void numbersStayAsTheyAreAndMissingStaysMissing() {
        double[] values = {1.5, Double.NaN, -3, 0};

        assertThat(all(new Batches(4).number("x", row -> values[row]).batch()).column("x"))
                .containsExactly(1.5f, Float.NaN, -3f, 0f);
    }

    @Test
    void secondsSince1970KeepEverySecond() {
        float[] encoded = all(new Batches(100)
                        .number("t", row -> 1_700_000_000.0 + row)
                        .batch())
                .column("t");

        assertThat(IntStream.range(1, 100)).allMatch(row -> encoded[row] - encoded[row - 1] == 1);
    }

    @Test
    void aSentinelDoesNotBlurTheOtherValues() {
        float[] encoded = all(new Batches(9)
                        .number("x", row -> row == 0 ? 9e18 : row)
                        .batch())
                .column("x");

        assertThat(IntStream.range(2, 9)).allMatch(row -> encoded[row] - encoded[row - 1] == 1);
        assertThat(encoded[0]).isFinite().isGreaterThan(1_000_000);
    }

    @Test
    void infinitiesAreLargeNumbers() {
        double[] values = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, 4};
        float[] encoded =
                all(new Batches(4).number("x", row -> values[row]).batch()).column("x");

        assertThat(encoded[0]).isFinite().isGreaterThan(1e36f).isEqualTo(encoded[2]);
        assertThat(encoded[1]).isFinite().isLessThan(-1e36f);
    }

    @Test
    void textIsCodedByFrequencyThenBySpelling() {
        String[] words = {"rare", "b", "often", "often", "a", null, "often", "a", "b"};

        assertThat(all(new Batches(9).text("w", row -> words[row]).batch()).column("w"))
                .containsExactly(3, 2, 0, 0, 1, Float.NaN, 0, 1, 2);
    }

    @Test
    void onlyTheRowsAskedForAreCoded() {
        String[] words = {"a", "a", "a", "b", "b", "c", "c", "c", "c"};
        ColumnBatch batch = new Batches(9).text("w", row -> words[row]).batch();

        assertThat(new EncodedColumns(batch, new int[] {2, 3, 4}).column("w")).containsExactly(1, 0, 0);
    }

    @Test
    void whatNamesRowsOrNeverChangesIsNotUsable() {
        ColumnBatch batch = new Batches(10)
                .text("name", row -> "n" + row)
                .text("flag", row -> row == 4 ? "x" : null)
                .text("half", row -> "h" + row / 2)
                .number("constant", row -> 2)
                .number("empty", row -> Double.NaN)
                .number("sparse", row -> row < 3 ? 1 : Double.NaN)
                .batch();

        assertThat(all(batch).usable(List.of("sparse", "name", "half", "gone", "flag", "empty", "constant")))
                .containsExactly("sparse", "half", "flag");
    }
}
