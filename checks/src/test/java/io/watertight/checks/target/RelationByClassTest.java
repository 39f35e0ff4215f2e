package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RelationByClassTest {

    private static List<Finding> found(String columns) {
        return CheckTester.of(new RelationByClass())
                .sql("SELECT y, amount, " + columns
                        + " FROM (SELECT i, i % 5 > 0 AS y, 1000 + floor(9000 * random()) AS amount,"
                        + " random() AS u FROM range(1500) t(i))")
                .declare("--target y")
                .findings();
    }

    @Test
    void accusesTheColumnThatCarriesTheOutcomeAndNotWhatItIsComparedWith() {
        assertThat(found("CASE WHEN y THEN amount ELSE floor(amount * u) END AS paid, u"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.columns()).containsExactly("paid");
                    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
                    assertThat(finding.message())
                            .contains("amount")
                            .contains("1,200 of 1,200")
                            .contains("of 300 others");
                });
    }

    @Test
    void toleratesRoundingAndSomeLatePayers() {
        assertThat(found("CASE WHEN y AND i % 20 > 0 THEN amount + 0.5 ELSE floor(amount * u) END AS paid"))
                .hasSize(1);
    }

    @Test
    void tellsOneStoryOnce() {
        assertThat(found("CASE WHEN y THEN amount ELSE floor(amount * u) END AS paid, amount AS funded"))
                .hasSize(1);
    }

    @Test
    void leavesRelationsAloneThatHoldInBothClasses() {
        assertThat(found("CASE WHEN u < 0.95 THEN amount ELSE floor(amount * u) END AS asked"))
                .isEmpty();
        assertThat(found("CASE WHEN y AND u < 0.6 THEN amount ELSE floor(amount * u) END AS paid"))
                .isEmpty();
    }

    @Test
    void leavesZerosConstantsAndEmptyColumnsAlone() {
        assertThat(found("CASE WHEN y THEN 0 ELSE 100 * u END AS fee, CASE WHEN y THEN 0 ELSE 90 * u END AS fine,"
                        + " 1 AS one, CAST(NULL AS DOUBLE) AS nothing"))
                .isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {2, 3}) {
                assertThat(MemoryAnswers.findings(new RelationByClass(), NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
