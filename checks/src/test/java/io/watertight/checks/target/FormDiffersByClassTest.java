package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormDiffersByClassTest {

    private static final String TIME = "TIMESTAMP '2024-01-01' + INTERVAL 1 SECOND * floor(3e7 * random())::BIGINT";

    private final CheckTester tester = CheckTester.of(new FormDiffersByClass()).declare("--target y");

    private static String table(String value) {
        return "SELECT y, " + value
                + " AS v, random() AS a FROM (SELECT i, i % 2 AS y, random() AS u FROM range(3000) t(i))";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASE WHEN y = 1 AND random() < 0.6 THEN round(100 * u) ELSE round(100 * u, 2) END",
                "CASE WHEN y = 1 THEN round(u, 1) ELSE round(u, 4) END",
                "CASE WHEN y = 1 AND random() < 0.5 THEN date_trunc('minute', TIME) ELSE TIME END",
                "CASE WHEN y = 1 AND random() < 0.5 THEN date_trunc('day', TIME) ELSE TIME END"
            })
    void valuesOfOneClassInAnotherFormAreAQuestion(String value) {
        Finding finding = tester.sql(table(value.replace("TIME", TIME))).finding();
        assertThat(finding.columns()).containsExactly("v");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.question()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Both classes in the same mixture of forms, and in one form.
                "CASE WHEN random() < 0.5 THEN round(100 * u) ELSE round(100 * u, 2) END",
                "round(100 * u + 20 * y, 2)",
                "TIME",
                // Large amounts are rounded, and go with the class.
                "CASE WHEN u + 0.3 * y > 0.6 THEN round(1000 * (u + 0.3 * y)) ELSE round(1000 * (u + 0.3 * y), 2) END",
                // Zero means that there is none: a level, not a form.
                "CASE WHEN y = 1 AND random() < 0.5 THEN 0 ELSE round(100 * u, 2) END",
                // Dates without any time.
                "DATE '2024-01-01' + (300 * u)::INT"
            })
    void innocentForms(String value) {
        assertThat(tester.sql(table(value.replace("TIME", TIME))).findings()).isEmpty();
    }

    @Test
    void fewRowsAndEmptyColumnsAreNotJudged() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 2 = 1, i, i + 0.5) AS v FROM range(60) t(i)")
                        .findings())
                .isEmpty();
        assertThat(tester.sql("SELECT i % 2 AS y, NULL::DOUBLE AS v FROM range(600) t(i)")
                        .findings())
                .isEmpty();
    }
}
