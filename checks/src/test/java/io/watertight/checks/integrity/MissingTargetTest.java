package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class MissingTargetTest {

    private final CheckTester tester = CheckTester.of(new MissingTarget());

    @Test
    void countsRowsWithoutATargetAndShowsSome() {
        Finding finding = tester.declare("--target y")
                .sql("SELECT if(i % 10 = 0, NULL, i % 2) AS y, i AS a FROM range(100) t(i)")
                .finding();

        assertThat(finding.evidence().value()).isEqualTo(10);
        assertThat(finding.evidence().rows()).startsWith(0L, 10L);
        assertThat(finding.message()).startsWith("10 rows have of 100").contains("10.0%");
    }

    @Test
    void tellsThePartsApart() {
        Finding finding = tester.declare("--target y --split half")
                .sql(
                        "SELECT if(i % 10 = 0, NULL, i % 2) AS y, if(i < 50, 'train', 'test') AS half, i AS a FROM range(100) t(i)")
                .finding();

        assertThat(finding.evidence().facts())
                .containsEntry("without a target in train", 5L)
                .containsEntry("without a target in test", 5L);
    }

    @Test
    void acquitsACompleteTarget() {
        assertThat(tester.declare("--target y")
                        .sql("SELECT i % 2 AS y, NULL::INT AS a FROM range(100) t(i)")
                        .findings())
                .isEmpty();
    }
}
