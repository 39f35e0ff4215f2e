package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashingTest {

    private static SparseBlock hashed(Hashing hashing, Block training, Block later) {
        return (SparseBlock) apply(fit(hashing, training), later).blocks().get(0);
    }

    @Test
    void aLevelGoesToOneColumnWithASignWhetherTrainingRowsHaveItOrNot() {
        SparseBlock block = hashed(Hashing.ofLevels(Columns.all(), 8), letters("city", "a"), letters("city", "abcab."));
        assertThat(block.width()).isEqualTo(8);
        assertThat(block.starts()).containsExactly(0, 1, 2, 3, 4, 5, 5);
        assertThat(Arrays.stream(block.values()).map(Math::abs)).containsOnly(1.0);
        assertThat(block.columns()[3]).isEqualTo(block.columns()[0]);
        assertThat(block.values()[3]).isEqualTo(block.values()[0]);
    }

    @Test
    void theHashDoesNotChangeFromVersionToVersion() {
        // FNV-1a of "a" is af63dc4c8601ec8c (published test vector); its MurmurHash3 final mix is 82a2a958a9bece5b,
        // worked out in Python.
        SparseBlock block = hashed(Hashing.ofLevels(Columns.all(), 1000), letters("city", "a"), letters("city", "a"));
        long mixed = Long.parseUnsignedLong("82a2a958a9bece5b", 16);
        assertThat(block.columns()).containsExactly((int) Long.remainderUnsigned(mixed >>> 1, 1000));
        assertThat(block.values()).containsExactly((mixed & 1) == 0 ? 1 : -1);
    }

    @Test
    void wordsAreCountedAndColumnsAscend() {
        SparseBlock block = hashed(
                Hashing.ofWords(Columns.all(), 64),
                words("note", List.of("x")),
                words("note", List.of("red fox red fox red")));
        assertThat(Arrays.stream(block.values()).map(Math::abs).sorted()).containsExactly(2.0, 3.0);
        assertThat(block.columns()).isSorted();
    }

    @Test
    void manyLevelsSpreadEvenlyAndSignsCancelOut() {
        CategoryBlock levels = new CategoryBlock(
                "id",
                IntStream.range(0, 10_000).toArray(),
                IntStream.range(0, 10_000).mapToObj(Integer::toString).toList());
        SparseBlock block = hashed(Hashing.ofLevels(Columns.all(), 10), levels, levels);
        long[] counts = new long[10];
        Arrays.stream(block.columns()).forEach(column -> counts[column]++);
        // Binomial: sd 30 around 1,000; the sum of signs has sd 100.
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 1000) < 150);
        assertThat(Arrays.stream(block.values()).sum()).isBetween(-500.0, 500.0);
    }
}
