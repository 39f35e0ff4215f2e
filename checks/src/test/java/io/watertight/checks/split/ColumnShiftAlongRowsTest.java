package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnShiftAlongRowsTest {

    private static final String ROWS = "SELECT (random() < 0.4)::INT AS y, random() AS x, COLUMN FROM range(1000) t(i)";

    private final CheckTester tester =
            CheckTester.of(new ColumnShiftAlongRows()).declare("--target y");

    @Test
    void columnsThatBeginTogetherAreOneFinding() {
        Finding finding = tester.sql(
                        ROWS.replace(
                                "COLUMN",
                                "CASE WHEN i < 400 THEN 0.5 ELSE random() END AS price, CASE WHEN i < 400 THEN 0 ELSE random() END AS demand"))
                .finding();
        assertThat(finding.columns()).containsExactly("price", "demand");
        assertThat(finding.message()).contains("first 400 of 1,000 rows");
    }

    @Test
    void aColumnThatStopsIsFound() {
        Finding finding = tester.sql(ROWS.replace("COLUMN", "CASE WHEN i < 700 THEN random() END AS sensor"))
                .finding();
        assertThat(finding.message()).contains("empty in the last 300 of 1,000 rows");
    }

    @Test
    void wordsCanStandStill() {
        assertThat(tester.sql(ROWS.replace("COLUMN", "CASE WHEN i < 300 THEN 'n/a' ELSE 'k' || i % 7 END AS source"))
                        .findings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Rare values, sorted and slow columns, dates, and what a sorted column explains.
                "(i % 400 = 399)::INT AS flag",
                "i // 250 AS region",
                "CASE WHEN i < 400 THEN 0.5 ELSE i // 100 END AS rate",
                "CASE WHEN i < 400 THEN 3 ELSE i % 12 END AS month",
                "CASE WHEN i < 500 THEN 'north' ELSE 'south' END AS region, CASE WHEN i < 500 THEN 0 ELSE random() END AS tax",
                "CASE WHEN i < 60 THEN 0.5 ELSE random() END AS price",
                "CASE WHEN i < 400 AND i <> 17 THEN 0.5 ELSE random() END AS price",
                "7 AS seven",
                "NULL::INT AS nothing"
            })
    void honestStretchesAreNotAccused(String column) {
        assertThat(tester.sql(ROWS.replace("COLUMN", column)).findings()).isEmpty();
    }
}
