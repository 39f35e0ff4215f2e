package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class ClassImbalanceTest {

    private final CheckTester tester = CheckTester.of(new ClassImbalance()).declare("--target y");

    @Test
    void setsTheConstantModelBesideARareClass() {
        Finding finding = tester.sql("SELECT i % 50 = 0 AS y, i AS a FROM range(5000) t(i)")
                .finding();

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.evidence().facts()).containsEntry("accuracy of the constant model", 0.98);
        assertThat(finding.message()).contains("100 of 5,000").contains("98.0%");
    }

    @Test
    void warnsWhereTheConstantModelSeemsPerfectOrPositivesAreAHandful() {
        assertThat(tester.sql("SELECT i % 500 = 0 AS y, i AS a FROM range(50000) t(i)")
                        .finding()
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(tester.sql("SELECT i % 50 = 0 AS y, i AS a FROM range(400) t(i)")
                        .finding()
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void measuresManyClassesByAnEqualShare() {
        assertThat(tester.sql("SELECT 'c' || i % 20 AS y, i AS a FROM range(2000) t(i)")
                        .findings())
                .isEmpty();
        assertThat(tester.sql("SELECT if(i < 4, 'rare', 'c' || i % 4) AS y, i AS a FROM range(2000) t(i)")
                        .finding()
                        .evidence()
                        .facts())
                .containsEntry("classes", 5);
    }

    @Test
    void acquitsClassesThatAreBalancedOrNearlySo() {
        for (int every : new int[] {2, 3, 5}) {
            assertThat(tester.sql("SELECT i % " + every + " = 0 AS y, i AS a FROM range(2000) t(i)")
                            .findings())
                    .as("one in %d", every)
                    .isEmpty();
        }
    }

    @Test
    void countsTrainingRowsOnly() {
        assertThat(tester.declare("--target y --split half")
                        .sql("SELECT i % 2 AS y, if(i < 100, 'test', 'train') AS half FROM range(300) t(i)")
                        .result()
                        .status())
                .isIn(CheckStatus.PASSED, CheckStatus.SKIPPED);
    }

    @Test
    void isSkippedForANumericTarget() {
        assertThat(tester.declare("--target y --task regression")
                        .sql("SELECT random() AS y, i AS a FROM range(300) t(i)")
                        .result()
                        .status())
                .isEqualTo(CheckStatus.SKIPPED);
    }
}
