package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditOptions;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Resources;
import io.watertight.testkit.CheckTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
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

    /** Of which a sample of 20,000 rows would hold hardly a pair. */
    private static String large(String original) {
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < 10; column++) {
            columns.append(", hash(b * 31 + ")
                    .append(column)
                    .append(") % 900 + CASE WHEN b <> i AND i // 40 % 10 = ")
                    .append(column)
                    .append(" THEN 1 ELSE 0 END AS c")
                    .append(column);
        }
        return "SELECT i % 2 AS y" + columns + " FROM (SELECT i, " + original + " AS b FROM range(1600000) t(i))";
    }

    private final CheckTester thin = tester.with(new AuditOptions(
            Set.of(),
            Set.of(),
            Optional.empty(),
            1,
            OptionalInt.of(20_000),
            Resources.DEFAULT,
            Optional.empty(),
            Optional.empty()));

    @Test
    void blocksOfALargeTableStandForAllOfIt() {
        Finding finding =
                thin.sql(large("CASE WHEN i % 40 = 7 THEN i - 6 ELSE i END")).finding();

        assertThat(finding.message()).startsWith("About ");
        assertThat(finding.evidence().coverage()).isEqualTo(0.5);
        assertThat((Long) finding.evidence().facts().get("rows")).isBetween(76_000L, 84_000L);
    }

    @Test
    void aLargeTableOfIndependentRowsHasNone() {
        assertThat(thin.sql(large("i")).findings()).isEmpty();
        assertThat(thin.sql(large("i").replace("% 900", "% 3")).findings()).isEmpty();
    }
}
