package io.watertight.checks.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowsSortedByTargetTest {

    private final CheckTester tester = CheckTester.of(new RowsSortedByTarget()).declare("--target y");

    @Test
    void eachClassInOneStretchIsReportedAsAWarningAboutTheOrder() {
        Finding finding = tester.sql("SELECT (i // 60) AS y, random() AS x FROM range(180) t(i)")
                .finding();
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.columns()).isEmpty();
        assertThat(finding.message()).contains("3 classes lie in 3 stretches");
    }

    @Test
    void anAscendingNumberIsSorted() {
        assertThat(tester.sql("SELECT i + 20 * random() AS y, random() AS x FROM range(500) t(i)")
                        .finding()
                        .message())
                .contains("rank correlation");
        assertThat(tester.sql("SELECT -i AS y, random() AS x FROM range(500) t(i)")
                        .findings())
                .hasSize(1);
    }

    @Test
    void aFewRowsOutOfOrderAreTolerated() {
        assertThat(tester.sql(
                                "SELECT CASE WHEN i % 97 = 50 THEN 2 - i // 400 ELSE i // 400 END AS y, random() AS x FROM range(1200) t(i)")
                        .finding()
                        .message())
                .contains("sorted by y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (random() < 0.4)::INT AS y, random() AS x FROM range(500) t(i)",
                "SELECT (i // 150) % 2 AS y, random() AS x FROM range(6000) t(i)",
                "SELECT 10 * sin(i / 20.0) + random() AS y, random() AS x FROM range(2000) t(i)",
                "SELECT (i = 77)::INT AS y, random() AS x FROM range(500) t(i)",
                "SELECT i // 5 AS y, random() AS x FROM range(10) t(i)"
            })
    void otherOrdersAreInnocent(String table) {
        assertThat(tester.sql(table).findings()).isEmpty();
    }
}
