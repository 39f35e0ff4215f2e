package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetReencodingTest {

    private static List<Finding> two(String column) {
        return CheckTester.of(new TargetReencoding())
                .sql("SELECT i % 5 < 2 AS y, i % 40 AS age, " + column + " AS x FROM range(1000) t(i)")
                .declare("--target y")
                .findings();
    }

    private static List<Finding> six(String columns) {
        return CheckTester.of(new TargetReencoding())
                .sql("SELECT 'c' || (i % 6) AS y, (i * 7) % 11 AS week, " + columns + " FROM range(1200) t(i)")
                .declare("--target y")
                .findings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i % 5",
                "['Canceled', 'No-Show', 'Check-Out', 'Check-Out', 'Check-Out'][i % 5 + 1]",
                "CASE WHEN i % 3 > 0 THEN 'action ' || (i % 5) END"
            })
    void findsAFinerLabel(String column) {
        assertThat(two(column)).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.columns()).containsExactly("x");
        });
    }

    @Test
    void findsACoarserLabel() {
        assertThat(six("CASE WHEN i % 6 < 3 THEN 'low' ELSE 'high' END AS x"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
                    assertThat(finding.message()).contains("groups the classes");
                });
    }

    @Test
    void asksWhenSeveralColumnsDescribeTheClasses() {
        assertThat(six("i % 6 = 0 AS feathers, i % 6 < 2 AS eggs, i % 6 > 3 AS milk, i % 6 = 2 AS fins"))
                .hasSize(4)
                .allMatch(finding -> finding.confidence() == Confidence.MEDIUM
                        && finding.question().isPresent());
    }

    @Test
    void leavesTheSameInOtherWordsToTargetCopy() {
        assertThat(two("CASE WHEN i % 5 < 2 THEN 'yes' ELSE 'no' END")).isEmpty();
    }

    @Test
    void leavesALabelWithOneMixedLevelAlone() {
        assertThat(two("CASE WHEN i % 5 < 2 AND i % 7 > 0 THEN 'a' WHEN i % 5 = 3 THEN 'b' ELSE 'c' END"))
                .isEmpty();
    }

    @Test
    void leavesIdentitiesAlone() {
        assertThat(two("'customer ' || i")).isEmpty();
        assertThat(two("'customer ' || (i % 250)")).isEmpty();
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(two("7")).isEmpty();
        assertThat(two("CAST(NULL AS VARCHAR)")).isEmpty();
        assertThat(two("CASE WHEN i % 5 < 2 THEN i % 10 END")).isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {2, 3, 5}) {
                assertThat(MemoryAnswers.findings(new TargetReencoding(), NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
