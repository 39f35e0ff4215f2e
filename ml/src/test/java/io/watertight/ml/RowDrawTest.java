package io.watertight.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RowDrawTest {

    private static final RowDraw DRAW = new RowDraw(5);

    @Test
    void foldsAreOfAboutEqualSizeAndEarlyStoppingSeesAnEqualShareOfEach() {
        long[][] counts = new long[RowDraw.FOLDS][2];
        LongStream.range(0, 30_000).forEach(id -> counts[DRAW.fold(id)][DRAW.isInner(id, 0.2) ? 1 : 0]++);

        for (long[] fold : counts) {
            assertThat((double) fold[0] + fold[1]).isCloseTo(10_000, within(400.0));
            assertThat((double) fold[1]).isCloseTo(2_000, within(200.0));
        }
    }

    @Test
    void aSeedChangesTheDeal() {
        long same = LongStream.range(0, 9_000)
                .filter(id -> DRAW.fold(id) == new RowDraw(6).fold(id))
                .count();

        assertThat((double) same).isCloseTo(3_000, within(250.0));
    }

    @Test
    void aRareClassKeepsMoreThanItsShareAndFewRowsAreAllKept() {
        long[] ids = LongStream.range(0, 50_000).toArray();
        int[] rows = IntStream.range(0, ids.length).toArray();
        int[] labels = Arrays.stream(rows).map(row -> row % 500 == 0 ? 1 : 0).toArray();

        int[] kept = DRAW.keep(ids, rows, labels, 2, 10_000);
        int[] all = DRAW.keep(ids, rows, labels, 2, 60_000);

        assertThat(Arrays.stream(kept).filter(index -> labels[index] == 1).count())
                .isEqualTo(100);
        assertThat((double) kept.length).isCloseTo(10_100, within(500.0));
        assertThat(kept).isSorted().doesNotHaveDuplicates();
        assertThat(all).hasSize(50_000);
    }
}
