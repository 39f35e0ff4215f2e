package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelShiftTest {

    private static final String ROWS =
            "SELECT (random() < CASE WHEN i < 1400 THEN 0.5 ELSE SHARE END)::INT AS y, random() AS x,"
                    + " CASE WHEN i < 1400 THEN 'train' ELSE 'test' END AS part FROM range(2000) t(i)";

    private final CheckTester tester = CheckTester.of(new LabelShift()).declare("--target y --split part");

    @Test
    void oversampledTrainingRowsShiftTheShares() {
        assertThat(tester.sql(ROWS.replace("SHARE", "0.2")).finding()).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("Cramer's V");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.48", "0.53"})
    void sharesThatAgreeOrNearlySoAreSound(String share) {
        assertThat(tester.sql(ROWS.replace("SHARE", share)).findings()).isEmpty();
    }

    @Test
    void aTestSetWithoutLabelsIsNotJudged() {
        assertThat(tester.sql("SELECT CASE WHEN i < 300 THEN i % 2 END AS y, random() AS x,"
                                + " CASE WHEN i < 300 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)")
                        .findings())
                .isEmpty();
    }
}
