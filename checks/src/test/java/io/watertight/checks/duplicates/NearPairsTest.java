package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies in which a few cells were edited, here and there. */
final class NearPairsTest {

    private static final int ROWS = 1500;
    private static final int COLUMNS = 12;

    private final CheckTester tester = CheckTester.of(new NearDuplicateRows()).declare("--target y");

    /** @param copied how many of the last rows are copies of earlier ones with one cell of their own changed */
    private static String table(long seed, int copied, int levels) {
        Random random = new Random(seed);
        int[][] rows = new int[ROWS][COLUMNS];
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            boolean copy = row >= ROWS - copied;
            for (int column = 0; column < COLUMNS; column++) {
                rows[row][column] = copy ? rows[row - ROWS / 2][column] : random.nextInt(levels);
            }
            if (copy) {
                rows[row][row % COLUMNS] += 1 + random.nextInt(levels - 1);
            }
            StringBuilder line = new StringBuilder("(" + row % 2);
            for (int cell : rows[row]) {
                line.append(", ").append(cell);
            }
            lines.add(line.append(")").toString());
        }
        StringBuilder names = new StringBuilder("y");
        for (int column = 0; column < COLUMNS; column++) {
            names.append(", c").append(column);
        }
        return "SELECT *, CASE WHEN row_number() OVER () <= 1100 THEN 'train' ELSE 'test' END AS part FROM (VALUES "
                + String.join(", ", lines) + ") AS t(" + names + ")";
    }

    @Test
    void editedCopiesAreCountedOverAllRows() {
        Finding finding = tester.declare("--target y --ignore part")
                .sql(table(3, 100, 50))
                .finding();

        assertThat(finding.evidence().facts())
                .containsEntry("rows", 200L)
                .containsEntry("pairs", 100L)
                .containsEntry("columnsCompared", 13);
        assertThat(finding.evidence().rowGroups())
                .hasSize(10)
                .allSatisfy(pair -> assertThat(pair.get(1) - pair.get(0)).isEqualTo(ROWS / 2));
    }

    @Test
    void withASplitOnlyTestRowsNearTrainingRowsCount() {
        Finding finding =
                tester.declare("--target y --split part").sql(table(4, 100, 50)).finding();

        assertThat(finding.evidence().facts()).containsEntry("rows", 100L);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 50})
    void independentColumnsHaveNoNearPairsBeyondChance(int levels) {
        assertThat(tester.declare("--target y --ignore part")
                        .sql(table(levels, 0, levels))
                        .findings())
                .isEmpty();
    }
}
