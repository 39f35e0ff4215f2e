package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class DateAfterPredictionTest {

    private static final String TABLE = "SELECT i % 2 AS y, DATE '2024-01-01' + (i % 300)::INT AS issued,"
            + " DATE '2024-01-01' + (i % 300 + i % 3)::INT AS paid, DATE '2020-01-01' + (i % 300)::INT AS born FROM range(600) t(i)";

    private final CheckTester tester = CheckTester.of(new DateAfterPrediction()).sql(TABLE);

    @Test
    void laterDatesAreProvenWhenThePredictionPointIsDeclared() {
        Finding finding = tester.declare("--target y --predict-at issued").finding();
        assertThat(finding.columns()).containsExactly("paid");
        assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(finding.message()).contains("400 of 600 rows");
        assertThat(finding.evidence().rows()).startsWith(1L, 2L, 4L);
    }

    @Test
    void withAGuessedPointTheyAreAQuestion() {
        Finding finding = tester.declare("--target y").finding();
        assertThat(finding.columns()).containsExactly("paid");
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.question())
                .hasValueSatisfying(question -> assertThat(question.answers()).containsExactly("--predict-at issued"));
    }

    @Test
    void aPointThatIsLateEnoughHasNothingAfterIt() {
        assertThat(tester.declare("--target y --predict-at issued+2d").findings())
                .isEmpty();
    }

    @Test
    void aDateDeclaredKnownIsNotAccused() {
        assertThat(tester.declare("--target y --predict-at issued --known-at paid=event")
                        .findings())
                .isEmpty();
    }

    @Test
    void withoutAWordForABeginningNothingIsGuessed() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, DATE '2024-01-01' + (i % 9)::INT AS d1, DATE '2024-03-01' + (i % 9)::INT AS d2"
                                        + " FROM range(100) t(i)")
                        .declare("--target y")
                        .findings())
                .isEmpty();
    }
}
