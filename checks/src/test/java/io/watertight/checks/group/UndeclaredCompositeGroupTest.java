package io.watertight.checks.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UndeclaredCompositeGroupTest {

    private static final String ROWS = " FROM (SELECT i, i % 6 AS a, i // 6 % 50 AS b FROM range(1500) t(i))";

    private static final String TARGET =
            "(hash(a * 1009 + b + 100003 * 2) % 10 < 4 AND hash(i + 100003 * 3) % 10 < 9)::INT AS y";

    private static final String OWN =
            "hash(a * 1009 + b) % 70 AS c, 'w' || hash(b * 1009 + a + 100003 * 1) % 9 AS d, (hash(i) % 1000) / 10.0 AS e";

    private final CheckTester tester =
            CheckTester.of(new UndeclaredCompositeGroup()).declare("--target y");

    @Test
    void twoColumnsThatNameAnEntityOnlyTogetherAreAskedAbout() {
        Finding finding =
                tester.sql("SELECT a, b, " + OWN + ", " + TARGET + ROWS).finding();
        assertThat(finding.columns()).containsExactlyInAnyOrder("a", "b");
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.evidence().facts()).containsEntry("groups", 300L);
        assertThat(finding.question())
                .hasValueSatisfying(question -> assertThat(question.answers().get(0))
                        .startsWith("--group ")
                        .contains("+"));
    }

    @Test
    void wordsAndANumericTargetDoAsWell() {
        assertThat(tester.sql("SELECT 's' || a AS a, 'p' || b AS b, " + OWN
                                + ", hash(a * 1009 + b + 100003 * 2) % 1000 + (hash(i + 100003 * 3) % 100) / 10.0 AS y"
                                + ROWS)
                        .findings())
                .hasSize(1);
    }

    @Test
    void aSplitByTheEntityIsInnocent() {
        String table = "SELECT a, b, " + OWN + ", " + TARGET
                + ", CASE WHEN KEY % 4 = 0 THEN 'test' ELSE 'train' END AS part" + ROWS;
        CheckTester split = tester.declare("--target y --split part");
        assertThat(split.sql(table.replace("KEY", "hash(i + 100003 * 7)")).findings())
                .hasSize(1);
        assertThat(split.sql(table.replace("KEY", "hash(a * 1009 + b + 100003 * 7)"))
                        .findings())
                .isEmpty();
    }

    @Test
    void aDeclaredGroupSettlesIt() {
        assertThat(tester.declare("--target y --group a+b")
                        .sql("SELECT a, b, " + OWN + ", " + TARGET + ROWS)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Innocent twins: nothing stays the same; it does, but the target does not; the target does, but
                // nothing else;
                // attributes of one column alone; a table of two columns alone.
                "hash(i + 100003 * 4) % 70 AS c, hash(i + 100003 * 5) % 9 AS d, hash(a * 1009 + b) % 2 AS y",
                "hash(a * 1009 + b) % 70 AS c, hash(b * 1009 + a + 100003 * 1) % 9 AS d, hash(i + 100003 * 2) % 2 AS y",
                "a * b AS c, hash(i + 100003 * 5) % 9 AS d, hash(a * 1009 + b) % 2 AS y",
                "hash(a) % 70 AS c, hash(b) % 9 AS d, hash(a * 1009 + b) % 2 AS y",
                "hash(a * 1009 + b) % 2 AS y"
            })
    void innocentPairsAreNotAccused(String others) {
        assertThat(tester.sql("SELECT a, b, " + others + ROWS).findings()).isEmpty();
    }

    @Test
    void innocentRandomColumnsAreNotAccused() {
        for (int seed = 0; seed < 5; seed++) {
            String table = "SELECT hash(i + 100003 * " + seed + ") % 12 AS a, hash(i + 100003 * " + seed
                    + " + 1000003 * 1) % 30 AS b, hash(i + 100003 * " + seed
                    + " + 1000003 * 2) % 9 AS c, 'w' || hash(i + 100003 * " + seed
                    + " + 1000003 * 3) % 5 AS d, hash(i + 100003 * " + seed
                    + " + 1000003 * 4) % 2 AS y FROM range(1200) t(i)";
            assertThat(tester.sql(table).findings()).as("seed %d", seed).isEqualTo(List.of());
        }
    }
}
