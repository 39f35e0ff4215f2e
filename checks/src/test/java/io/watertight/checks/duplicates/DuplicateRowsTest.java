package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class DuplicateRowsTest {

    private static final String COPIES =
            "SELECT MORE sin(k * 1.7) AS income, cos(k * k) AS rate, k % 2 AS y FROM (SELECT i, i % 850 AS k FROM range(1000) t(i))";

    private final CheckTester tester = CheckTester.of(new DuplicateRows()).declare("--target y");

    @Test
    void copiesOfFineRowsAreAnError() {
        Finding finding = tester.sql(COPIES.replace("MORE ", "")).finding();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.columns()).isEmpty();
        assertThat(finding.evidence().facts()).containsEntry("rowsBeyondTheFirst", 150L);
        assertThat(finding.evidence().rowGroups()).isNotEmpty().allMatch(group -> group.size() == 2);
    }

    @Test
    void aRowNumberDoesNotHideCopies() {
        Finding finding = tester.sql(COPIES.replace("MORE", "i AS n,")).finding();
        assertThat(finding.evidence().facts()).containsEntry("columnsSetAside", java.util.List.of("n"));
    }

    @Test
    void aDeclaredIdDoesNotHideCopies() {
        assertThat(tester.sql(COPIES.replace("MORE", "'K' || i AS loan,"))
                        .declare("--target y --id loan")
                        .findings())
                .hasSize(1);
    }

    @Test
    void missingValuesEqualMissingValues() {
        assertThat(tester.sql("SELECT CASE WHEN k % 3 > 0 THEN sin(k) END AS a, cos(k * k) AS b, k % 2 AS y"
                                + " FROM (SELECT i % 450 AS k FROM range(500) t(i))")
                        .finding()
                        .evidence()
                        .facts())
                .containsEntry("rowsBeyondTheFirst", 50L);
    }

    @Test
    void longTextsThatRepeatAreCopies() {
        assertThat(tester.sql(
                                "SELECT 'please call us back about offer number ' || i % 470 AS message, (i % 470) % 2 AS y"
                                        + " FROM range(500) t(i)")
                        .finding()
                        .confidence())
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void innocentCoarseRowsThatRepeatByChanceAreOnlyARemark() {
        CheckResult result = tester.sql(
                        "SELECT (random() * 5)::INT AS a, (random() * 4)::INT AS b, (random() * 3)::INT AS c,"
                                + " (random() < 0.3)::INT AS y FROM range(2000) t(i)")
                .result();
        assertThat(result.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("chance explains"));
    }

    @Test
    void coarseColumnsThatHangTogetherRepeatByChanceToo() {
        assertThat(tester.sql("SELECT (z * 9)::INT AS a, (z * 8 + random())::INT AS b, (z * 5 + random())::INT AS c,"
                                + " (random() < z)::INT AS y FROM (SELECT random() AS z FROM range(2000))")
                        .findings())
                .isEmpty();
    }

    @Test
    void aSingleCopyIsNoWarning() {
        assertThat(tester.sql(
                                "SELECT sin(k) AS a, cos(k * k) AS b, k % 2 AS y FROM (SELECT i % 999 AS k FROM range(1000) t(i))")
                        .findings())
                .isEmpty();
    }

    @Test
    void rowsWithNumbersOnlyCannotAgree() {
        CheckResult result = tester.sql("SELECT i AS id, 'u' || i AS url, i % 2 AS y FROM range(100) t(i)")
                .result();
        assertThat(result.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("numbers the rows"));
    }

    @Test
    void withoutATargetRowsAreComparedAllTheSame() {
        assertThat(tester.sql(COPIES.replace("MORE ", "")).declare("").findings())
                .hasSize(1);
    }

    @Test
    void withASplitItIsTheOtherCheck() {
        assertThat(tester.sql(COPIES.replace("MORE", "CASE WHEN i < 700 THEN 'train' ELSE 'test' END AS part,"))
                        .declare("--target y --split part")
                        .result()
                        .status())
                .isEqualTo(CheckStatus.SKIPPED);
    }
}
