package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrongFeatureTest {

    private final CheckTester tester = CheckTester.of(new StrongFeature()).declare("--target y");

    private static String noise() {
        return "random() AS a, random() AS b, (random() * 9)::INT AS c, chr(65 + (random() * 5)::INT) AS d";
    }

    @Test
    void aColumnThatIsNearlyTheTargetIsHighWhenNothingElseComesNear() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, i % 2 + random() * 1.01 AS code, " + noise() + " FROM range(4000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("code");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence().value()).isGreaterThan(0.98);
        assertThat(finding.fix()).isPresent();
    }

    @Test
    void aVeryStrongColumnIsAQuestionOnly() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, i % 2 + random() * 1.6 AS code, " + noise() + " FROM range(4000) t(i)")
                .finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.question())
                .hasValueSatisfying(question -> assertThat(question.answers())
                        .contains("--known-at code=always", "--known-at code=after-outcome"));
    }

    @Test
    void companyThatIsStrongButNotNearlyTheTargetMakesItAQuestion() {
        // Three measurements of a rare thing, each good by itself, among eleven that say nothing.
        String table =
                "SELECT y, 4.5 * y + g1 AS v1, 3.2 * y + g2 AS v2, 3.0 * y + g3 AS v3, random() AS a, random() AS b,"
                        + " random() AS c, random() AS d, random() AS e, random() AS f, random() AS g, random() AS h, random() AS k, random() AS l, random() AS m"
                        + " FROM (SELECT (i % 20 = 0)::INT AS y, sqrt(-2 * ln(random())) * cos(6.2831853 * random()) AS g1,"
                        + " sqrt(-2 * ln(random())) * cos(6.2831853 * random()) AS g2,"
                        + " sqrt(-2 * ln(random())) * cos(6.2831853 * random()) AS g3 FROM range(6000) t(i))";
        assertThat(tester.sql(table).findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM));
        assertThat(tester.sql(table.replace("3.2 * y", "0 * y").replace("3.0 * y", "0 * y"))
                        .finding()
                        .confidence())
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void columnsOfTheSameOrderAreOneFinding() {
        Finding finding = tester.sql(
                        "SELECT *, exp(code) AS twin FROM (SELECT i % 2 AS y, i % 2 + random() * 1.6 AS code, "
                                + noise() + " FROM range(4000) t(i))")
                .finding();
        assertThat(finding.columns()).containsExactlyInAnyOrder("code", "twin");
    }

    @Test
    void manyStrongColumnsTogetherAreAnEasyProblemAndOnlyRemarked() {
        CheckResult result = tester.sql("SELECT i % 2 AS y, i % 2 + random() * 1.3 AS a, i % 2 + random() * 1.4 AS b,"
                        + " i % 2 + random() * 1.5 AS c, random() AS d FROM range(2000) t(i)")
                .result();
        assertThat(result.findings()).isEmpty();
        assertThat(result.remarks()).singleElement().asString().contains("easy by nature");
    }

    @Test
    void regressionIsJudgedByR2() {
        Finding finding = tester.sql("SELECT code * 5 + random() AS y, code, " + noise()
                        + " FROM (SELECT random() AS code FROM range(3000))")
                .finding();
        assertThat(finding.columns()).containsExactly("code");
        assertThat(finding.message()).contains("R2");
    }

    @Test
    void severalClassesAreJudgedOneAgainstTheRest() {
        Finding finding = tester.sql("SELECT 'k' || (i % 4) AS y, i % 4 + random() * 1.1 AS code, " + noise()
                        + " FROM range(4000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("code");
    }

    @Test
    void aColumnDeclaredKnownIsNotAccused() {
        assertThat(tester.declare("--target y --known-at code=always")
                        .sql("SELECT i % 2 AS y, i % 2 + random() * 1.01 AS code, " + noise()
                                + " FROM range(4000) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void aSmallTableDoesNotReachTheThresholdByLuck() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, CASE WHEN i < 2 THEN random() ELSE i % 2 END AS few, random() AS a FROM range(14) t(i)")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noiseIsNeverAccused(int seed) {
        String table =
                "SELECT (hash(i * 31 + %d) %% 2)::INT AS y, hash(i * 17 + %d) %% 1000 AS a, 'w' || hash(i * 13 + %d) %% 40"
                        + " AS b, (hash(i * 7 + %d) %% 100)::DOUBLE AS c FROM range(150) t(i)";
        assertThat(tester.sql(table.formatted(seed, seed, seed, seed)).findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
