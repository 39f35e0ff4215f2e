package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostOutcomeNameTest {

    private final CheckTester tester = CheckTester.of(new PostOutcomeName()).declare("--target y");

    private CheckTester named(String name) {
        return tester.sql(
                "SELECT i % 2 AS y, i % 2 + 2 * random() AS \"" + name + "\", random() AS a FROM range(2000) t(i)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call_duration",
                "lastPaymentAmount",
                "total_rec_prncp",
                "recoveries",
                "CHARGEOFF.DATE",
                "final result"
            })
    void aNameThatSpeaksOfTheOutcomeIsAQuestionWhenItAlsoPredicts(String name) {
        assertThat(named(name).finding().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(named(name).finding().question()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"age", "previous_outcome", "marital_status", "planned_duration", "payment_history", "last_name"})
    void innocentNamesAreNotAskedAbout(String name) {
        assertThat(named(name).findings()).isEmpty();
    }

    @Test
    void aNameWithoutASignalIsNot() {
        assertThat(tester.sql("SELECT i % 2 AS y, random() AS duration FROM range(2000) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void timeBesideAStatusIsTheTimeToTheEvent() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS status, 2 - i % 2 + random() AS time, random() AS a FROM range(2000) t(i)")
                        .declare("--target status")
                        .finding()
                        .columns())
                .containsExactly("time");
    }

    @Test
    void anAnswerSettlesIt() {
        assertThat(named("duration")
                        .declare("--target y --known-at duration=always")
                        .findings())
                .isEmpty();
    }
}
