package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class NewLevelsInTestTest {

    private static final String ROWS =
            "SELECT (random() < 0.4)::INT AS y, 'shop ' || (CASE WHEN i < 350 THEN i % 5 ELSE TEST END) AS shop,"
                    + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)";

    private final CheckTester tester = CheckTester.of(new NewLevelsInTest()).declare("--target y --split part");

    @Test
    void newCategoriesAreCountedByTheRowsTheyFill() {
        Finding finding = tester.sql(ROWS.replace("TEST", "i % 6")).finding();
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message())
                .contains("1 of 6 categories")
                .contains("25 of 150 test rows")
                .doesNotContain("shop 5");
        assertThat(finding.evidence().values()).containsValue("shop 5");
    }

    @Test
    void aFifthOfTheTestRowsIsAWarning() {
        assertThat(tester.sql(ROWS.replace("TEST", "i % 10")).finding().severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void knownCategoriesAndSparseColumnsAreSound() {
        assertThat(tester.sql(ROWS.replace("TEST", "i % 4")).findings()).isEmpty();
        assertThat(tester.sql("SELECT (random() < 0.4)::INT AS y, 'name ' || i // 3 AS name,"
                                + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)")
                        .findings())
                .isEmpty();
    }
}
