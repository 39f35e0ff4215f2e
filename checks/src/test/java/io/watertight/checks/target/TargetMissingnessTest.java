package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetMissingnessTest {

    private final CheckTester tester = CheckTester.of(new TargetMissingness()).declare("--target y");

    @Test
    void aFieldFilledInForOneClassOnlyIsHighHoweverFewTheRows() {
        // 60 of 3,000 rows, all of a class of one fifth: the area is only 0.55, but chance would need 5^60 tries.
        Finding finding = tester.sql(
                        "SELECT (i % 5 = 0)::INT AS y, CASE WHEN i % 50 = 0 THEN random() END AS body FROM range(3000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("body");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.message()).contains("60 of 600").contains("0 of 2,400");
        assertThat(finding.evidence().value()).isLessThan(0.6);
    }

    @Test
    void columnsWithTheSameGapsAreOneFinding() {
        Finding finding = tester.sql(
                        "SELECT y, CASE WHEN y = 1 THEN i END AS a, CASE WHEN y = 1 THEN 'x' END AS b,"
                                + " CASE WHEN y = 1 THEN DATE '2024-01-01' END AS c FROM (SELECT i, (i % 5 = 0)::INT AS y FROM range(2000) t(i))")
                .finding();
        assertThat(finding.columns()).containsExactly("a", "b", "c");
    }

    @Test
    void aTendencyIsAQuestion() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, CASE WHEN random() < 0.2 + 0.5 * (i % 2) THEN 1 END AS a FROM range(3000) t(i)")
                .finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.question()).isPresent();
    }

    @Test
    void notANumberCountsAsAGap() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, CASE WHEN i % 2 = 0 THEN 'NaN'::DOUBLE ELSE random() END AS a FROM range(200) t(i)")
                        .finding()
                        .columns())
                .containsExactly("a");
    }

    @Test
    void regressionIsJudgedByFifthsOfTheTarget() {
        Finding finding = tester.sql(
                        "SELECT i AS y, CASE WHEN i > 1600 THEN 1 END AS bonus, random() AS a FROM range(2000) t(i)")
                .declare("--target y --task regression")
                .finding();
        assertThat(finding.columns()).containsExactly("bonus");
        assertThat(finding.message()).contains("fifth 5 of 5");
    }

    @Test
    void aFieldThatIsHardlyEverThereIsLeftAlone() {
        assertThat(tester.sql("SELECT i % 2 AS y, CASE WHEN i % 1000 = 1 THEN 1 END AS a FROM range(3000) t(i)")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void gapsAtRandomAreNeverAccused(int seed) {
        String table = "SELECT hash(i * 31 + %d) %% 4 = 0 AS y, CASE WHEN hash(i * 17 + %d) %% 3 = 0 THEN 1 END AS a,"
                + " CASE WHEN hash(i * 5 + %d) %% 50 = 0 THEN 1 END AS b FROM range(400) t(i)";
        assertThat(tester.sql(table.formatted(seed, seed, seed)).findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
