package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowHashesTest {

    private final ColumnBatch batch = new ColumnBatch(
            new long[] {0, 1, 2, 3, 4},
            new byte[] {0, 0, 2, 2, 1},
            Map.of(
                    "number", new NumberVector(new double[] {0.0, -0.0, Double.NaN, 0.0, Double.NaN}),
                    "word", new CodeVector(new int[] {0, 0, -1, 0, -1}, List.of("a"))),
            5);

    @Test
    void negativeZeroIsZeroAndMissingEqualsMissing() {
        long[] hashes = RowHashes.of(batch, List.of("number", "word"));
        assertThat(hashes[0]).isEqualTo(hashes[1]).isEqualTo(hashes[3]).isNotEqualTo(hashes[2]);
        assertThat(hashes[2]).isEqualTo(hashes[4]);
        assertThat(RowHashes.pairs(hashes)).isEqualTo(4);
    }

    @Test
    void pairsAcrossJoinTrainingAndTestOnly() {
        assertThat(RowHashes.pairsAcross(RowHashes.of(batch, List.of("word")), batch))
                .isEqualTo(2);
    }

    @Test
    void leavingAColumnOutIsASubtraction() {
        long[] both = RowHashes.of(batch, List.of("number", "word"));
        assertThat(RowHashes.without(both, RowHashes.ofColumn(batch, "word")))
                .containsExactly(RowHashes.ofColumn(batch, "number"));
    }

    @Test
    void equalValuesOfTwoColumnsHaveDifferentHashes() {
        ColumnBatch twins = new ColumnBatch(
                new long[] {0},
                new byte[1],
                Map.of("a", new NumberVector(new double[] {7}), "b", new NumberVector(new double[] {7})),
                1);
        assertThat(RowHashes.ofColumn(twins, "a")[0]).isNotEqualTo(RowHashes.ofColumn(twins, "b")[0]);
    }
}
