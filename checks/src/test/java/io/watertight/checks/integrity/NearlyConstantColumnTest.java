package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearlyConstantColumnTest {

    private final CheckTester tester =
            CheckTester.of(new NearlyConstantColumn()).declare("--target y");

    private static String table(String column) {
        return "SELECT i % 2 AS y, i % 7 AS x, " + column + " AS a FROM range(1000) t(i)";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i = 7",
                "(i = 7)::INT",
                "if(i % 100 = 7, 'rare', 'usual')",
                "if(i % 100 = 7, i, 0)",
                "if(i % 2 = 0, NULL, if(i = 7, 3.5, 0.5))"
            })
    void aHandfulOfOtherRowsIsFound(String column) {
        Finding finding = tester.sql(table(column)).finding();
        assertThat(finding.columns()).containsExactly("a");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message()).doesNotContain("rare");
    }

    @Test
    void onlyTrainingRowsCount() {
        String split = "CASE WHEN i < 800 THEN 'train' ELSE 'test' END AS part";
        assertThat(tester.declare("--target y --split part")
                        .sql("SELECT i % 2 AS y, " + split + ", if(i = 7 OR i > 900, 1, 0) AS a FROM range(1000) t(i)")
                        .finding()
                        .evidence()
                        .value())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Innocent twins: a rare value of many rows, a constant (another check's), a few rows of few, mostly
                // missing.
                "if(i % 80 = 7, 1, 0)",
                "0",
                "NULL::INT",
                "if(i < 40, i // 39, NULL)",
                "i % 5",
                "i / 7.0"
            })
    void innocentTwinsAreNotAccused(String column) {
        assertThat(tester.sql(table(column)).findings()).isEmpty();
    }
}
