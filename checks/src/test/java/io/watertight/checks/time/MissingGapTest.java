package io.watertight.checks.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class MissingGapTest {

    private static final String ROWS =
            "SELECT DATE '2025-01-01' + (CASE WHEN i < 350 THEN i ELSE i + GAP END)::INT AS day, random() AS x,"
                    + " (random() < 0.4)::INT AS y, CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)";

    private final CheckTester tester =
            CheckTester.of(new MissingGap()).declare("--target y --time day --split part --horizon 30d");

    @Test
    void labelsThatMatureInTheTestPeriodAreProven() {
        assertThat(tester.sql(ROWS.replace("GAP", "9")).finding()).satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
            assertThat(finding.message()).contains("10.0 days");
        });
    }

    @Test
    void aGapOfTheHorizonIsInnocent() {
        assertThat(tester.sql(ROWS.replace("GAP", "29")).findings()).isEmpty();
        assertThat(tester.sql(ROWS.replace("GAP", "28")).findings()).hasSize(1);
    }

    @Test
    void partsThatOverlapAreTheOtherChecksMatter() {
        assertThat(tester.sql(ROWS.replace("GAP", "0 - 20")).findings()).isEmpty();
    }

    @Test
    void withoutAHorizonItIsSkipped() {
        assertThat(tester.declare("--target y --time day --split part")
                        .sql(ROWS.replace("GAP", "0"))
                        .result()
                        .status())
                .isEqualTo(CheckStatus.SKIPPED);
    }
}
