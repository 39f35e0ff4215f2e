package io.watertight.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowHashTest {

    private static final int ROWS = 100_000;

    /** The 99.99 % point of chi-square with 49 degrees of freedom is 95, with 24 degrees 60 (R: qchisq). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 7, 10, 16, 60, 64, 100, 256, 365, 1000, 4096, 65_536, 86_400, 1_000_000})
    void spreadsIdsEvenlyWhateverTheirPeriod(long stride) {
        long[] cells = new long[50];
        long[] pairs = new long[25];
        int before = RowHash.fold(0, 5);
        for (int row = 1; row <= ROWS; row++) {
            cells[(int) (RowHash.of(row * stride, 42) * cells.length / RowHash.MODULUS)]++;
            int fold = RowHash.fold(row * stride, 5);
            pairs[before * 5 + fold]++;
            before = fold;
        }
        assertThat(chiSquare(cells)).isLessThan(95);
        assertThat(chiSquare(pairs)).isLessThan(60);
    }

    private static double chiSquare(long[] cells) {
        double expected = (double) ROWS / cells.length;
        double sum = 0;
        for (long cell : cells) {
            sum += (cell - expected) * (cell - expected) / expected;
        }
        return sum;
    }

    @Test
    void anotherSeedDrawsOtherRows() {
        long threshold = RowHash.threshold(0.1);
        int both = 0;
        int first = 0;
        for (long row = 0; row < ROWS; row++) {
            boolean one = RowHash.of(row, 1) < threshold;
            first += one ? 1 : 0;
            both += one && RowHash.of(row, 2) < threshold ? 1 : 0;
        }
        assertThat(first).isBetween(ROWS / 10 - 500, ROWS / 10 + 500);
        assertThat(both).isBetween(ROWS / 100 - 200, ROWS / 100 + 200);
    }

    @Test
    void takesIdsBeyondTheModulus() {
        long[] ids = {RowHash.MODULUS - 1, RowHash.MODULUS, RowHash.MODULUS + 1, 1L << 45};
        for (long id : ids) {
            assertThat(RowHash.of(id, -7)).isBetween(0L, RowHash.MODULUS - 1);
        }
        assertThat(RowHash.of(RowHash.MODULUS, 3)).isNotEqualTo(RowHash.of(0, 3));
    }

    /** Pinned: a sample drawn by one version has to be drawn by the next. */
    @Test
    void staysTheSameForEver() {
        assertThat(RowHash.threshold(1)).isEqualTo(RowHash.MODULUS);
        assertThat(new long[] {RowHash.of(0, 0), RowHash.of(1, 0), RowHash.of(1_000_000, 20_260_101)})
                .containsExactly(593782732, 247981510, 1359980475);
    }
}
