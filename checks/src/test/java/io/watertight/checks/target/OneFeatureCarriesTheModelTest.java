package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneFeatureCarriesTheModelTest {

    private final CheckTester tester =
            CheckTester.of(new OneFeatureCarriesTheModel()).declare("--target y");

    /** A uniform number that is the same in each run. */
    private static String uniform(int salt) {
        return "(hash(i * 1000 + " + salt + ") % 1000003) / 1000003.0";
    }

    private static String table(String columns, int rows) {
        return "SELECT " + columns + " FROM (SELECT i, (" + uniform(1) + " > 0.5)::INT AS y, " + uniform(2) + " AS u, "
                + uniform(3) + " AS v, " + uniform(4) + " AS w FROM range(" + rows + ") t(i))";
    }

    private static final String HONEST = "y * 0.1 + u AS age, y * 0.1 + v AS income";

    @Test
    void aColumnThatMakesAllOthersSuperfluousIsAQuestion() {
        Finding finding =
                tester.sql(table("y, y * 0.8 + w AS code, " + HONEST, 3000)).finding();

        assertThat(finding.columns()).containsExactly("code");
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat((double) finding.evidence().facts().get("model_without")).isLessThan(0.7);
        assertThat((double) finding.evidence().facts().get("model_of_all")).isGreaterThan(0.95);
        assertThat(finding.question())
                .hasValueSatisfying(question -> assertThat(question.answers())
                        .contains("--known-at code=always", "--known-at code=after-outcome"));
    }

    @Test
    void evenAPerfectColumnIsAtMostMedium() {
        Finding finding = tester.sql(table("y, y AS code, " + HONEST, 2000)).finding();

        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void relativesBelongToTheColumn() {
        Finding finding = tester.sql(
                        "SELECT *, exp(code) AS twin, 'k' || (code * 20)::INT AS banded, code > 3 AS never FROM ("
                                + table("y, (10 * (y * 0.8 + w))::INT / 10.0 AS code, " + HONEST, 3000) + ")")
                .finding();

        assertThat(finding.columns()).containsExactlyInAnyOrder("code", "twin", "banded");
    }

    @Test
    void aStrongColumnWithCompanyIsOnlyRemarked() {
        CheckResult result = tester.sql(table("y, y * 0.8 + u AS a, y * 0.7 + v AS b, y * 0.7 + w AS c", 3000))
                .result();

        assertThat(result.findings()).isEmpty();
        assertThat(result.remarks()).singleElement().asString().contains("does not carry the model");
    }

    @Test
    void aColumnThatOthersAddToIsNotTheWholeModel() {
        // The label is a sum of two columns; the stronger alone is strong, and yet far from the sum.
        CheckResult result = tester.sql("SELECT (a * 1.5 + b > 1.25)::INT AS y, a, b, c FROM ("
                        + table("u AS a, v AS b, w AS c", 3000) + ")")
                .result();

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void regressionIsJudgedByR2() {
        Finding finding = tester.sql("SELECT 5 * u + v AS y, u AS code, w AS a, hash(i) % 100 AS b FROM ("
                        + table("i, u, v, w", 3000) + ")")
                .finding();

        assertThat(finding.columns()).containsExactly("code");
        assertThat(finding.message()).contains("R2");
    }

    @Test
    void severalClassesAreJudgedOneAgainstTheRest() {
        Finding finding = tester.sql("SELECT 'k' || (i % 3) AS y, i % 3 + u AS code, v AS a, w AS b FROM ("
                        + table("i, u, v, w", 3000) + ")")
                .finding();

        assertThat(finding.columns()).containsExactly("code");
    }

    @Test
    void aColumnDeclaredKnownIsNotAccused() {
        assertThat(tester.declare("--target y --known-at code=always")
                        .sql(table("y, y * 0.8 + w AS code, " + HONEST, 2000))
                        .findings())
                .isEmpty();
    }

    @Test
    void aColumnWithoutOthersIsNotCompared() {
        assertThat(tester.sql(table("y, y * 0.8 + w AS code", 2000)).findings()).isEmpty();
    }

    @Test
    void tooFewRowsForAModelAreSaidSo() {
        CheckResult result = tester.sql(table("y, y AS code, " + HONEST, 40)).result();

        assertThat(result.status()).isEqualTo(CheckStatus.SKIPPED);
        assertThat(result.reason()).contains("50 training rows");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noiseIsNeverAccused(int seed) {
        String noise = "SELECT (hash(i * 31 + %d) %% 2)::INT AS y, hash(i * 17 + %d) %% 1000 AS a,"
                + " 'w' || hash(i * 13 + %d) %% 40 AS b, (hash(i * 7 + %d) %% 100)::DOUBLE AS c FROM range(150) t(i)";

        assertThat(tester.sql(noise.formatted(seed, seed, seed, seed)).findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
