package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateColumnTest {

    private final CheckTester tester = CheckTester.of(new DuplicateColumn()).declare("--target y");

    @Test
    void findsEqualColumnsGapsIncluded() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, if(i % 5 = 0, NULL, hash(i) % 1000) AS a, a AS b, i * 3 AS c FROM range(300) t(i)")
                .finding();

        assertThat(finding.columns()).containsExactly("a", "b");
        assertThat(finding.evidence().facts().toString()).contains("b = a");
    }

    @Test
    void findsACodeAndItsName() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, hash(i) % 7 AS code, 'name ' || code * 3 AS name FROM range(300) t(i)")
                .finding();

        assertThat(finding.evidence().facts().toString()).contains("name ~ code");
    }

    @Test
    void acquitsColumnsThatDifferInOneRow() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, hash(i) % 7 AS a, if(i = 9, 8, a) AS b, if(i = 9, NULL, a) AS c FROM range(300) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void acquitsColumnsWithoutRepeatsWhichAreAlwaysOneToOne() {
        assertThat(tester.sql("SELECT i % 2 AS y, random() AS a, random() AS b FROM range(300) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void neverTakesTheTargetForATwin() {
        assertThat(tester.sql("SELECT i % 2 AS y, y AS a, random() AS b FROM range(300) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void acquitsConstantAndEmptyColumns() {
        assertThat(tester.sql("SELECT i % 2 AS y, 1 AS a, 1 AS b, NULL::INT AS c, NULL::INT AS d FROM range(300) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void comparesAThousandColumns() {
        String many = IntStream.range(0, 1000)
                .mapToObj(k -> "hash(i + " + k / 2 * 7919 + ") % 50 AS f" + k)
                .collect(Collectors.joining(", "));

        assertThat(tester.sql("SELECT i % 2 AS y, " + many + " FROM range(200) t(i)")
                        .finding()
                        .evidence()
                        .value())
                .isEqualTo(500);
    }
}
