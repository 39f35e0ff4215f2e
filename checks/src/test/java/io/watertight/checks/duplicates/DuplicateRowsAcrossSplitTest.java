package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class DuplicateRowsAcrossSplitTest {

    private static final String ROWS =
            "SELECT MORE sin(k * 1.7) AS income, cos(k * k) AS rate, k % 2 AS y, CASE WHEN i < 700 THEN 'train' ELSE 'test' END AS part"
                    + " FROM (SELECT i, CASE WHEN COPY THEN i - 600 ELSE i END AS k FROM range(1000) t(i))";

    private final CheckTester tester =
            CheckTester.of(new DuplicateRowsAcrossSplit()).declare("--target y --split part");

    private static String rows(String copied) {
        return ROWS.replace("COPY", copied).replace("MORE ", "");
    }

    @Test
    void threePercentOfTheTestRowsSeenInTrainingIsAnError() {
        Finding finding = tester.sql(rows("i >= 991")).finding();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.evidence().facts())
                .containsEntry("sharedTestRows", 9L)
                .containsEntry("testRows", 300L);
    }

    @Test
    void rowNumbersDoNotHideCopies() {
        assertThat(tester.sql(ROWS.replace("COPY", "i >= 970").replace("MORE", "i AS case_number,"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void oversamplingBeforeTheSplitIsFoundAndAfterItIsNot() {
        String oversampled =
                "SELECT sin(k * 1.7) AS income, cos(k * k) AS rate, (k % 4 = 0)::INT AS y, PART AS part FROM"
                        + " (SELECT i, i % 800 AS k FROM range(1000) t(i) WHERE i < 800 OR i % 4 = 0)";
        assertThat(tester.sql(oversampled.replace("PART", "CASE WHEN hash(i) % 10 < 7 THEN 'train' ELSE 'test' END"))
                        .findings())
                .hasSize(1);
        assertThat(tester.sql(oversampled.replace("PART", "CASE WHEN hash(k) % 10 < 7 THEN 'train' ELSE 'test' END"))
                        .findings())
                .isEmpty();
    }

    @Test
    void innocentCoarseRowsThatAgreeByChanceAreOnlyARemark() {
        CheckResult result = tester.sql(
                        "SELECT (random() * 5)::INT AS a, (random() * 4)::INT AS b, (random() < 0.3)::INT AS y,"
                                + " CASE WHEN random() < 0.7 THEN 'train' ELSE 'test' END AS part FROM range(1000) t(i)")
                .result();
        assertThat(result.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("chance explains"));
    }

    @Test
    void equalFeaturesWithAnotherLabelAreNoCopies() {
        assertThat(tester.sql("SELECT sin(k) AS a, cos(k * k) AS b, (i >= 250)::INT AS y,"
                                + " CASE WHEN i < 250 THEN 'train' ELSE 'test' END AS part"
                                + " FROM (SELECT i, i % 250 AS k FROM range(500) t(i))")
                        .findings())
                .isEmpty();
    }
}
