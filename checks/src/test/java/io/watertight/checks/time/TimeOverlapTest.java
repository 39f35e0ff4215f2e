package io.watertight.checks.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class TimeOverlapTest {

    private static final String ROWS = "SELECT DATE '2025-01-01' + i::INT AS day, i % 20 AS shop, random() AS x,"
            + " (random() < 0.4)::INT AS y, CASE WHEN PART THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)";

    private static final String RANDOM = ROWS.replace("PART", "random() < 0.7");

    private final CheckTester tester = CheckTester.of(new TimeOverlap()).declare("--target y --time day --split part");

    @Test
    void aRandomSplitOfADeclaredTimeIsProven() {
        Finding finding = tester.sql(RANDOM).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.columns()).containsExactly("day");
        assertThat(finding.evidence().value()).isGreaterThan(0.9);
    }

    @Test
    void aGuessedTimeIsAQuestion() {
        Finding finding = tester.declare("--target y --split part").sql(RANDOM).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.question()).isPresent();
    }

    @Test
    void aCutInTimeIsSoundAndASharedDayIsNoOverlap() {
        assertThat(tester.sql(ROWS.replace("PART", "i < 350")).findings()).isEmpty();
        assertThat(tester.sql(ROWS.replace("PART", "i < 350").replace("+ i::INT", "+ (i // 3)::INT"))
                        .findings())
                .isEmpty();
    }

    @Test
    void purposeAndGroupsMakeItMilder() {
        assertThat(tester.declare("--target y --time day --split part --purpose rows")
                        .sql(RANDOM)
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
        assertThat(tester.declare("--target y --time day --split part --group shop")
                        .sql(RANDOM)
                        .finding()
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void aNumberCanOrderTheRows() {
        assertThat(tester.declare("--target y --time n --split part")
                        .sql(RANDOM.replace("SELECT", "SELECT i AS n,"))
                        .finding()
                        .columns())
                .containsExactly("n");
    }
}
