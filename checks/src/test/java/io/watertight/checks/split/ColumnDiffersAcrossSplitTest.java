package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Category;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnDiffersAcrossSplitTest {

    private static final String ROWS = "SELECT (random() < 0.4)::INT AS y, random() AS x, COLUMN,"
            + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)";

    private final CheckTester tester =
            CheckTester.of(new ColumnDiffersAcrossSplit()).declare("--target y --split part");

    @Test
    void emptyInTheTestSetIsSampledElsewhere() {
        Finding finding = tester.sql(ROWS.replace("COLUMN", "CASE WHEN i < 350 THEN random() END AS score"))
                .finding();
        assertThat(finding.columns()).containsExactly("score");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.category()).isEqualTo(Category.SAMPLING_BIAS);
        assertThat(finding.message()).contains("empty in every test row");
    }

    @Test
    void emptyInTrainingIsFoundToo() {
        assertThat(tester.sql(ROWS.replace("COLUMN", "CASE WHEN i >= 350 THEN 'k' || i % 3 END AS kind"))
                        .finding()
                        .message())
                .contains("empty in every training row");
    }

    @Test
    void constantInOnePartIsFound() {
        assertThat(tester.sql(ROWS.replace("COLUMN", "CASE WHEN i < 350 THEN i % 4 ELSE 1 END AS rooms"))
                        .finding()
                        .message())
                .contains("constant in every test row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(i IN (7, 90, 200))::INT AS flag",
                "CASE WHEN i IN (7, 90, 200) THEN 1 END AS flag",
                "CASE WHEN i < 350 THEN 2023 + i % 2 ELSE 2025 END AS year",
                "7 AS seven",
                "NULL::INT AS nothing",
                "i % 4 AS rooms"
            })
    void rareFlagsYearsAndConstantsAreInnocent(String column) {
        assertThat(tester.sql(ROWS.replace("COLUMN", column)).findings()).isEmpty();
    }
}
