package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class EmptyColumnTest {

    private final CheckTester tester = CheckTester.of(new EmptyColumn()).declare("--target y");

    @Test
    void findsColumnsWithoutAnyValue() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, i AS a, NULL::DOUBLE AS b, NULL::VARCHAR AS c FROM range(20) t(i)")
                .finding();

        assertThat(finding.columns()).containsExactly("b", "c");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void warnsOfAColumnThatIsEmptyInOnePart() {
        Finding finding = tester.declare("--target y --split half")
                .sql(
                        "SELECT i % 2 AS y, if(i < 60, 'train', 'test') AS half, if(i < 60 AND i % 5 > 0, i, NULL) AS a FROM range(80) t(i)")
                .finding();

        assertThat(finding.columns()).containsExactly("a");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void acquitsARareValueThatMissedThePartByChance() {
        assertThat(tester.declare("--target y --split half")
                        .sql(
                                "SELECT i % 2 AS y, if(i < 60, 'train', 'test') AS half, if(i = 7, i, NULL) AS a FROM range(80) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void acquitsAColumnWithOneValue() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i = 7, i, NULL) AS a FROM range(80) t(i)")
                        .findings())
                .isEmpty();
    }
}
