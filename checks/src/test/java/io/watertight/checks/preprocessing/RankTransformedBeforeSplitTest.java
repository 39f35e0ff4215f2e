package io.watertight.checks.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankTransformedBeforeSplitTest {

    private static final String ROWS =
            "WITH rows AS (SELECT i, i % 3 = 0 AS y, if(hash(i) % 4 = 0, 'test', 'train') AS half,"
                    + " random() AS a FROM range(500) t(i)) ";

    private final CheckTester tester =
            CheckTester.of(new RankTransformedBeforeSplit()).declare("--target y --split half");

    private static String ranked(String expression) {
        return ROWS + ", r AS (SELECT *, rank() OVER (ORDER BY a) AS r, count(*) OVER () AS n FROM rows)"
                + " SELECT y, half, " + expression + " AS a FROM r ORDER BY i";
    }

    @ParameterizedTest
    @ValueSource(strings = {"(r - 1) / (n - 1)", "r / n", "(r - 0.5) / n", "r / (n + 1)", "round(r / n, 6)"})
    void findsEveryUsualWayToBringRanksIntoTheUnitInterval(String expression) {
        assertThat(tester.sql(ranked(expression)).finding().columns()).containsExactly("a");
    }

    @Test
    void acquitsRanksWithinEachPart() {
        String within = ROWS
                + "SELECT y, half, rank() OVER (PARTITION BY half ORDER BY a) / count(*) OVER (PARTITION BY half) AS a"
                + " FROM rows ORDER BY i";

        assertThat(tester.sql(within).findings()).isEmpty();
    }

    @Test
    void acquitsUniformValuesAndGridsAndCounters() {
        String innocent =
                "SELECT i % 3 = 0 AS y, if(hash(i) % 4 = 0, 'test', 'train') AS half, random() AS a, (i % 11) / 10 AS b,"
                        + " i / 499 AS c FROM range(500) t(i)";

        assertThat(tester.sql(innocent).findings()).isEmpty();
    }

    @Test
    void survivesEmptyColumnsAndTinyTables() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i = 0, 'test', 'train') AS half, NULL::DOUBLE AS a, i / 2 AS b FROM range(3) t(i)")
                        .findings())
                .isEmpty();
    }
}
