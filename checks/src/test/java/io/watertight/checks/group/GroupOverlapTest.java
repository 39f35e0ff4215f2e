package io.watertight.checks.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class GroupOverlapTest {

    private static final String ROWS =
            "SELECT i % 50 AS patient, i % 5 AS site, random() AS x, (random() < 0.4)::INT AS y,"
                    + " CASE WHEN PART THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)";

    private final CheckTester tester =
            CheckTester.of(new GroupOverlap()).declare("--target y --group patient --split part");

    @Test
    void patientsOnBothSidesAreProven() {
        Finding finding = tester.sql(ROWS.replace("PART", "i < 350")).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.columns()).containsExactly("patient");
        assertThat(finding.evidence().facts())
                .containsEntry("sharedGroups", 50L)
                .containsEntry("sharedTestRows", 150L);
    }

    @Test
    void aSplitByPatientIsSound() {
        assertThat(tester.sql(ROWS.replace("PART", "i % 50 < 35")).findings()).isEmpty();
    }

    @Test
    void oneSharedPatientIsEnough() {
        Finding finding =
                tester.sql(ROWS.replace("PART", "i % 50 < 35 OR i = 449")).finding();
        assertThat(finding.evidence().facts()).containsEntry("sharedGroups", 1L).containsEntry("sharedTestRows", 9L);
    }

    @Test
    void aKeyOfTwoColumnsIsOneGroup() {
        assertThat(tester.declare("--target y --group site+patient --split part")
                        .sql(ROWS.replace("PART", "i < 350"))
                        .finding()
                        .columns())
                .containsExactly("site", "patient");
    }

    @Test
    void moreRowsOfKnownPatientsIsAPurposeLikeAnother() {
        assertThat(tester.declare("--target y --group patient --split part --purpose rows")
                        .sql(ROWS.replace("PART", "i < 350"))
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void rowsWithoutAPatientBelongToNoGroup() {
        assertThat(tester.sql(
                                "SELECT CASE WHEN i % 2 = 0 THEN i END AS patient, random() AS x, (random() < 0.4)::INT AS y,"
                                        + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void withoutADeclaredGroupItIsSkippedWithTheFlag() {
        CheckResult result = tester.declare("--target y --split part")
                .sql(ROWS.replace("PART", "i < 350"))
                .result();
        assertThat(result.status()).isEqualTo(CheckStatus.SKIPPED);
        assertThat(result.reason()).contains("--group");
    }
}
