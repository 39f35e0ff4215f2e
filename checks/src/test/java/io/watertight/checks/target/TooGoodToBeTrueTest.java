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

final class TooGoodToBeTrueTest {

    private final CheckTester tester = CheckTester.of(new TooGoodToBeTrue()).declare("--target y");

    private static String uniform(int salt) {
        return "(hash(i * 1000 + " + salt + ") % 1000003) / 1000003.0";
    }

    /** Columns a to g are uniform; the query names what it makes of them. */
    private static String table(String columns, int rows) {
        StringBuilder inner = new StringBuilder("SELECT i");
        for (char name = 'a'; name <= 'g'; name++) {
            inner.append(", ").append(uniform(name)).append(" AS ").append(name);
        }
        return "SELECT " + columns + " FROM (" + inner + " FROM range(" + rows + ") t(i))";
    }

    @Test
    void twoColumnsThatTogetherAreTheTargetAreNamed() {
        Finding finding = tester.sql(table("(a > b)::INT AS y, a, b, c, d, e, f, g", 6000))
                .finding();

        assertThat(finding.columns()).containsExactlyInAnyOrder("a", "b");
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence().value()).isGreaterThan(0.995);
        assertThat(finding.question()).isPresent();
        assertThat(finding.fix()).isPresent();
    }

    @Test
    void aCopyOfTheTargetIsNamedAlone() {
        Finding finding = tester.sql(table("(a > 0.5)::INT AS y, a AS copy, b, c, d, e", 2000))
                .finding();

        assertThat(finding.columns()).containsExactly("copy");
    }

    @Test
    void aRegressionWithoutNoiseIsNamed() {
        Finding finding =
                tester.sql(table("10 * a AS y, a AS copy, b, c, d, e", 4000)).finding();

        assertThat(finding.columns()).containsExactly("copy");
        assertThat(finding.message()).contains("R2");
    }

    @Test
    void aModelThatErrsNowAndThenIsNotAccused() {
        CheckResult result = tester.sql(table("(a + 0.5 * c > b + 0.25)::INT AS y, a, b, d, e, f, g", 4000))
                .result();

        assertThat(result.findings()).isEmpty();
        assertThat(result.remarks()).isEmpty();
    }

    @Test
    void manyGradedColumnsMakeAnEasyProblemThatIsOnlyRemarked() {
        String easy =
                "(i % 2) AS y, i % 2 + 1.4 * a AS p, i % 2 + 1.4 * b AS q, i % 2 + 1.4 * c AS r, i % 2 + 1.4 * d AS s,"
                        + " i % 2 + 1.4 * e AS t, f, g";

        CheckResult result = tester.sql(table(easy, 4000)).result();

        assertThat(result.findings()).isEmpty();
        assertThat(result.remarks()).singleElement().asString().contains("easy by nature");
    }

    @Test
    void columnsThatTellTheSameAreNoCompany() {
        Finding finding = tester.sql(
                        table("(a > 0.5)::INT AS y, a AS p, exp(a) AS q, -a AS r, sqrt(a) AS s, b, c, d, e", 2000))
                .finding();

        assertThat(finding.columns()).isSubsetOf("p", "q", "r", "s").isNotEmpty();
    }

    @Test
    void columnsDeclaredKnownAreNotAccused() {
        CheckResult result = tester.declare("--target y --known-at a=always --known-at b=always")
                .sql(table("(a > b)::INT AS y, a, b, c, d, e, f, g", 6000))
                .result();

        assertThat(result.findings()).isEmpty();
        assertThat(result.remarks()).singleElement().asString().contains("declared as known");
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
