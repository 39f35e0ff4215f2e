package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentinelValuesTest {

    private final CheckTester tester = CheckTester.of(new SentinelValues()).declare("--target y");

    private static String column(String expression) {
        return "SELECT i % 2 AS y, " + expression + " AS a FROM range(400) t(i)";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(i % 9 = 0, -1, i % 40)",
                "if(i % 9 = 0, -999, 20 + i % 60)",
                "if(i % 9 = 0, -9999, i % 60 - 30)",
                "if(i % 9 = 0, 999, i % 60)",
                "if(i % 9 = 0, 99, i % 30)",
                "if(i % 9 = 0, 99999, 100.5 * (i % 60))"
            })
    void findsCodesFarFromAllOtherValues(String expression) {
        Finding finding = tester.sql(column(expression)).finding();

        assertThat(finding.columns()).containsExactly("a");
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.evidence().facts()).containsEntry("a: rows with it", 45L);
        assertThat(finding.message()).doesNotContainPattern("-?9{2,}");
    }

    @Test
    void hintsAtZerosInAPositiveMeasurement() {
        Finding finding = tester.sql(column("if(i % 12 = 0, 0, 45 + i % 80)")).finding();

        assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i % 3 - 1", // a scale
                "i % 50 - 25", // negative values as such
                "if(i % 3 = 0, 0, 5 + i % 4000)", // amounts come near zero
                "i % 100", // 99 is the largest of many
                "i % 25", // a count begins at zero
                "if(i % 9 = 0, 999, 900 + i % 98)", // 999 is near the others
                "if(i = 5, -999, i % 60)", // once only
                "i % 2",
                "NULL::DOUBLE",
                "7"
            })
    void acquitsOrdinaryNumbers(String expression) {
        assertThat(tester.sql(column(expression)).findings()).isEmpty();
    }
}
