package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Category;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class ConflictingLabelsTest {

    private static final String ROWS =
            "SELECT sin(k) AS a, cos(k * k) AS b, (i >= FROM_HERE)::INT AS y FROM (SELECT i, i % 900 AS k FROM range(1000) t(i))";

    private final CheckTester tester = CheckTester.of(new ConflictingLabels()).declare("--target y");

    @Test
    void rowsThatDifferInTheLabelAloneAreAWarningWhenMany() {
        Finding finding = tester.sql(ROWS.replace("FROM_HERE", "900")).finding();
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.category()).isEqualTo(Category.NONE);
        assertThat(finding.evidence().facts()).containsEntry("conflictingGroups", 100L);
    }

    @Test
    void fewAreForInformation() {
        assertThat(tester.sql(ROWS.replace("FROM_HERE", "990")).finding().severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void coarseFeaturesConflictByChanceWhichIsANote() {
        assertThat(tester.sql("SELECT floor(3 * random()) AS a, floor(4 * random()) AS b, floor(2 * random()) AS c,"
                                + " (random() < 0.3)::INT AS y FROM range(1000)")
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void repeatsWithOneLabelDoNotConflict() {
        assertThat(tester.sql(ROWS.replace("FROM_HERE", "450 AND i < 900 OR i >= 1000")
                                .replace("(i >= 450 AND i < 900 OR i >= 1000)", "(k >= 450)"))
                        .findings())
                .isEmpty();
    }

    @Test
    void numbersAreNotJudged() {
        assertThat(tester.sql("SELECT i % 50 AS a, random() AS y FROM range(500) t(i)")
                        .result()
                        .status())
                .isEqualTo(CheckStatus.SKIPPED);
    }
}
