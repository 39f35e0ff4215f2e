package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class ImmatureLabelTest {

    private final CheckTester tester = CheckTester.of(new ImmatureLabel())
            .sql("SELECT i % 2 AS y, DATE '2024-01-01' + i::INT AS issued FROM range(100) t(i)");

    @Test
    void rowsOfTheLastHorizonAreCounted() {
        // The last day is day 99; day 89 + 10 days is not after it, day 90 is: ten rows.
        Finding finding =
                tester.declare("--target y --predict-at issued --horizon 10d").finding();
        assertThat(finding.message()).startsWith("10 of 100 rows");
        assertThat(finding.evidence().value()).isEqualTo(0.1);
    }

    @Test
    void aLaterExtractionIsInnocent() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, DATE '2024-01-01' + i::INT AS issued, DATE '2025-01-01' AS extracted FROM range(100) t(i)")
                        .declare("--target y --predict-at issued --horizon 10d")
                        .findings())
                .isEmpty();
    }

    @Test
    void withoutAHorizonItIsSkippedAndSaysHowToGiveOne() {
        assertThat(tester.declare("--target y --predict-at issued").result()).satisfies(result -> {
            assertThat(result.status()).isEqualTo(CheckStatus.SKIPPED);
            assertThat(result.reason()).contains("--horizon 30d");
        });
    }
}
