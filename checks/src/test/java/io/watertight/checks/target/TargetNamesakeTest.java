package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class TargetNamesakeTest {

    private final CheckTester tester = CheckTester.of(new TargetNamesake());

    @Test
    void aSiblingOfTheTargetThatPredictsItIsAskedAbout() {
        assertThat(tester.sql(
                                "SELECT d AS dep_delay, d + 2 * random() AS arr_delay, random() AS a, random() AS b, random() AS c"
                                        + " FROM (SELECT 3 * random() AS d FROM range(2000))")
                        .declare("--target arr_delay")
                        .finding()
                        .columns())
                .containsExactly("dep_delay");
    }

    @Test
    void soIsASiblingOfAColumnThatGivesTheTargetAway() {
        assertThat(tester.sql(
                                "SELECT (k > 0)::INT AS found, k AS seriousCount, k + 3 * random() AS minorCount, random() AS a, random() AS b,"
                                        + " random() AS c, random() AS d, random() AS e, random() AS f FROM (SELECT i % 3 AS k FROM range(3000) t(i))")
                        .declare("--target found")
                        .finding()
                        .columns())
                .containsExactly("minorCount");
    }

    @Test
    void aWordThatManyColumnsShareSaysNothing() {
        assertThat(tester.sql(
                                "SELECT v AS cell_a, v + random() AS cell_b, random() AS cell_c, random() AS cell_d, random() AS cell_e,"
                                        + " random() AS cell_f FROM (SELECT 3 * random() AS v FROM range(2000))")
                        .declare("--target cell_a --task regression")
                        .findings())
                .isEmpty();
    }

    @Test
    void anInnocentNamesakeWithoutASignalIsNotAskedAbout() {
        assertThat(tester.sql("SELECT random() AS dep_delay, random() AS arr_delay, random() AS a FROM range(2000)")
                        .declare("--target arr_delay")
                        .findings())
                .isEmpty();
    }
}
