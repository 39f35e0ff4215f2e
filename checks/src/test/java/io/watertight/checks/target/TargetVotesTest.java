package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetVotesTest {

    private static final String LARGEST =
            "CASE WHEN a >= greatest(b, c) THEN 'A' WHEN b >= c THEN 'B' ELSE 'C' END AS y";

    private static List<Finding> found(String columns, String y) {
        return CheckTester.of(new TargetVotes())
                .sql("SELECT *, " + y + " FROM (SELECT " + columns + " FROM (SELECT i, random() AS u, random() AS v,"
                        + " random() AS w, random() AS z FROM range(1500) t(i)))")
                .declare("--target y --task " + (y.contains("'C'") ? "multiclass" : "binary"))
                .findings();
    }

    @Test
    void findsVotesOfWhichTheLargestNamesTheClass() {
        assertThat(found("floor(40 * u) AS a, floor(40 * v) AS b, floor(40 * w) AS c, z AS other", LARGEST))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.columns()).containsExactly("a", "b", "c");
                    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
                    assertThat((Long) finding.evidence().facts().get("rows with a tie"))
                            .isPositive();
                });
    }

    @Test
    void findsProbabilitiesThatAddUpToOne() {
        assertThat(found("u / (u + v + w) AS a, v / (u + v + w) AS b, w / (u + v + w) AS c, z AS other", LARGEST))
                .singleElement()
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("a", "b", "c"));
    }

    @Test
    void findsTheSmallestToo() {
        String smallest = "CASE WHEN a <= least(b, c) THEN 'A' WHEN b <= c THEN 'B' ELSE 'C' END AS y";
        assertThat(found("u AS a, v AS b, w AS c, z AS other", smallest))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("The smallest of a, b, c"));
    }

    @Test
    void findsTwoColumnsForTwoClasses() {
        assertThat(found("u AS a, v AS b, z AS other", "a > b AS y"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("b", "a"));
    }

    @Test
    void leavesNoisyVotesAlone() {
        String noisy =
                "CASE WHEN other < 0.05 THEN 'A' WHEN a >= greatest(b, c) THEN 'A' WHEN b >= c THEN 'B' ELSE 'C' END AS y";
        assertThat(found("u AS a, v AS b, w AS c, z AS other", noisy)).isEmpty();
    }

    @Test
    void leavesMeasurementsOfDifferentScalesAlone() {
        String clusters = "CASE WHEN i % 3 = 0 THEN 'A' WHEN i % 3 = 1 THEN 'B' ELSE 'C' END AS y";
        assertThat(found(
                        "i, 7.3 + u + (i % 3 = 0)::INT AS a, 6.9 + v + 2 * (i % 3 = 1)::INT AS b, 7.1 + w + 2 * (i % 3 = 2)::INT AS c",
                        clusters))
                .isEmpty();
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(found("u AS a, 1 AS b, CAST(NULL AS DOUBLE) AS c", "a > 0.5 AS y"))
                .isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {2, 3}) {
                assertThat(MemoryAnswers.findings(new TargetVotes(), NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
