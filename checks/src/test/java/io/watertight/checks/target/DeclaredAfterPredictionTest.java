package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclaredAfterPredictionTest {

    private static final String TABLE =
            "SELECT i % 2 AS y, random() AS lab, TIMESTAMP '2024-01-01 00:00:00' + INTERVAL (i) HOUR AS admitted,"
                    + " TIMESTAMP '2024-01-01 00:00:00' + INTERVAL (i + i % 4 - 1) HOUR AS measured FROM range(400) t(i)";

    private final CheckTester tester =
            CheckTester.of(new DeclaredAfterPrediction()).sql(TABLE);

    @ParameterizedTest
    @ValueSource(strings = {"after-outcome", "event+30d"})
    void whatIsDeclaredLaterIsProven(String known) {
        Finding finding = tester.declare("--target y --known-at lab=" + known).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(finding.columns()).containsExactly("lab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "event", "unknown"})
    void whatIsDeclaredKnownIsNotAccused(String known) {
        assertThat(tester.declare("--target y --known-at lab=" + known).findings())
                .isEmpty();
    }

    @Test
    void aTimeColumnIsComparedRowByRowAndTiesCountAsNotYetKnown() {
        // measured is an hour before, at, one and two hours after admitted in turn: three of four rows are not in time.
        Finding finding = tester.declare("--target y --predict-at admitted --known-at lab=measured")
                .finding();
        assertThat(finding.evidence().value()).isEqualTo(0.75);
        assertThat(finding.message()).contains("300 of 400 rows");
    }

    @Test
    void aLaterPredictionPointHasThemInTime() {
        assertThat(tester.declare("--target y --predict-at admitted+3h --known-at lab=measured")
                        .findings())
                .isEmpty();
    }

    @Test
    void patternsDeclareManyColumns() {
        assertThat(tester.declare("--target y --known-at la*=after-outcome")
                        .finding()
                        .columns())
                .containsExactly("lab");
    }
}
