package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class IdOverlapTest {

    private static final String ROWS = "SELECT ID AS loan, random() AS x, (random() < 0.4)::INT AS y,"
            + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)";

    private final CheckTester tester = CheckTester.of(new IdOverlap()).declare("--target y --id loan --split part");

    @Test
    void sharedIdsAreProven() {
        Finding finding = tester.sql(ROWS.replace("ID", "'L' || (CASE WHEN i >= 490 THEN i - 300 ELSE i END)"))
                .finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence().facts()).containsEntry("sharedTestRows", 10L);
    }

    @Test
    void partsThatCountTheirRowsShareNoItem() {
        assertThat(tester.sql(ROWS.replace("ID", "CASE WHEN i < 350 THEN i + 1 ELSE i - 349 END"))
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void uniqueIdsAreSound() {
        assertThat(tester.sql(ROWS.replace("ID", "'L' || i")).findings()).isEmpty();
    }
}
