package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class TestTooSmallTest {

    private static final String ROWS =
            "SELECT LABEL AS y, random() AS x, CASE WHEN i < FROM_HERE THEN 'train' ELSE 'test' END AS part"
                    + " FROM range(500) t(i)";

    private final CheckTester tester = CheckTester.of(new TestTooSmall()).declare("--target y --split part");

    private CheckTester table(String label, int from) {
        return tester.sql(ROWS.replace("LABEL", label).replace("FROM_HERE", Integer.toString(from)));
    }

    @Test
    void fewPositivesMakeAWideInterval() {
        assertThat(table("(i % 3 = 0)::INT", 470).finding().message())
                .contains("30 rows, 10 of them positive")
                .contains("AUC");
        assertThat(table("(i % 50 = 0)::INT", 300).findings()).hasSize(1);
        assertThat(table("(i % 3 = 0)::INT", 350).findings()).isEmpty();
    }

    @Test
    void aTestSetOfManyRowsIsInnocent() {
        assertThat(table("(i % 3 = 0)::INT", 250).findings()).isEmpty();
        assertThat(table("i % 3", 250).findings()).isEmpty();
    }

    @Test
    void withoutAPositiveNothingIsMeasured() {
        assertThat(table("(i < 200)::INT", 300).finding().message()).contains("within 1.00");
    }

    @Test
    void classesAndNumbersHaveTheirOwnWidth() {
        assertThat(table("i % 3", 480).finding().message()).contains("accuracy");
        assertThat(table("random()", 480).finding().message()).contains("correlation");
        assertThat(table("random()", 200).findings()).isEmpty();
    }

    /** By hand from the formula: Q1 = 0.8/1.2, Q2 = 1.28/1.8; (0.16 + 49*0.026667 + 99*0.071111)/5000 = 0.0017013. */
    @Test
    void theErrorOfAnAreaIsThatOfHanleyAndMcNeil() {
        assertThat(TestTooSmall.areaError(50, 100)).isCloseTo(0.041247, within(1e-5));
        assertThat(TestTooSmall.areaError(0, 100)).isEqualTo(1);
    }
}
