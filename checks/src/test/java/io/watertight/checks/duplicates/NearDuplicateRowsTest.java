package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NearDuplicateRowsTest {

    private static final String COPIES =
            "SELECT sin(k * 1.7) AS income, cos(k * k) AS rate, (k * 7) % 13 AS kind, sqrt(k % 97) AS size,"
                    + " (i * 37) % 101 AS noise, k % 2 AS y, CASE WHEN i < 700 THEN 'train' ELSE 'test' END AS part"
                    + " FROM (SELECT i, i % 900 AS k FROM range(1000) t(i))";

    private final CheckTester tester = CheckTester.of(new NearDuplicateRows()).declare("--target y");

    @Test
    void oneColumnDoesNotHideCopies() {
        Finding finding = tester.declare("--target y --ignore part").sql(COPIES).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.evidence().facts())
                .containsEntry("differsIn", "noise")
                .containsEntry("rows", 100L);
        assertThat(finding.question()).isPresent();
    }

    @Test
    void withASplitOnlyTestRowsLikeTrainingRowsCount() {
        assertThat(tester.declare("--target y --split part")
                        .sql(COPIES)
                        .finding()
                        .evidence()
                        .facts())
                .containsEntry("rows", 100L);
        assertThat(tester.declare("--target y --split part")
                        .sql(COPIES.replace("i < 700", "k < 700"))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Exact copies are the other check's; coarse rows agree by chance; fine rows do not agree.
                "SELECT sin(k) AS a, cos(k * k) AS b, k % 7 AS c, k % 11 AS d, k % 2 AS y FROM (SELECT i % 900 AS k FROM range(1000) t(i))",
                "SELECT (random() * 4)::INT AS a, (random() * 3)::INT AS b, (random() * 5)::INT AS c, (random() * 6)::INT AS d,"
                        + " (random() < 0.3)::INT AS y FROM range(1000) t(i)",
                "SELECT random() AS a, random() AS b, random() AS c, random() AS d, (random() < 0.3)::INT AS y FROM range(1000) t(i)",
                "SELECT i % 50 AS a, random() AS b, (random() < 0.3)::INT AS y FROM range(1000) t(i)"
            })
    void otherTablesAreNotAccused(String table) {
        assertThat(tester.sql(table).findings()).isEmpty();
    }
}
