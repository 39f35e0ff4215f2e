package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifierPredictsTest {

    private final CheckTester tester = CheckTester.of(new IdentifierPredicts()).declare("--target y");

    @Test
    void numbersGivenOutInAnOrderThatKnowsTheOutcomeAreFound() {
        Finding finding = tester.sql(
                        "SELECT (random() < i / 2000.0)::INT AS y, i AS serial, random() AS a FROM range(2000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("serial");
        assertThat(finding.message()).contains("order");
    }

    @Test
    void uniqueWordsDoNotPassSilentlyWhenTheirBeginningTells() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, CASE WHEN i % 2 = 0 THEN 'A' ELSE 'B' END || md5(i::VARCHAR) AS code FROM range(1000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("code");
        assertThat(finding.message()).contains("beginning");
        assertThat(finding.evidence().value()).isGreaterThan(0.99);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void aFolderNamedAfterTheClassIsFoundFurtherDownThePath() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, 'images/' || if(i % 2 = 0, 'sick/', 'sound/') || md5(i::VARCHAR) || '.png' AS file"
                                + " FROM range(1000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("file");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(tester.sql(
                                "SELECT (random() < 0.5)::INT AS y, 'images/' || if(i % 3 = 0, 'a/', 'b/') || md5(i::VARCHAR) AS file"
                                        + " FROM range(1000) t(i)")
                        .findings())
                .as("innocent folders")
                .isEmpty();
    }

    @Test
    void sentencesAreNoIdentifiers() {
        assertThat(tester.sql(
                                "SELECT y, if(random() < 0.3 + 0.4 * y, 'good', 'bad') || ' and then it went on ' || md5(i::VARCHAR) AS review"
                                        + " FROM (SELECT i, i % 2 AS y FROM range(1000) t(i))")
                        .findings())
                .isEmpty();
    }

    @Test
    void numbersGivenOutClassByClassAreAWarningThoughNobodyDeclaredThem() {
        String table = "SELECT (i >= 700)::INT AS y, i AS NAME, random() AS a FROM range(1000) t(i)";
        for (String name : new String[] {"record_id", "serial"}) {
            Finding finding = tester.sql(table.replace("NAME", name)).finding();
            assertThat(finding.severity()).as(name).isEqualTo(Severity.WARNING);
            assertThat(finding.confidence()).as(name).isEqualTo(Confidence.MEDIUM);
        }
    }

    @Test
    void aDeclaredIdentifierIsOnlyAnInfo() {
        assertThat(tester.declare("--target y --id serial")
                        .sql("SELECT (random() < i / 2000.0)::INT AS y, i AS serial FROM range(2000) t(i)")
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void regressionIsJudgedByR2() {
        assertThat(tester.sql(
                                "SELECT i + 500 * random() AS y, 'S' || lpad(i::VARCHAR, 5, '0') AS code FROM range(2000) t(i)")
                        .finding()
                        .message())
                .contains("R2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void innocentIdentifiersWithoutASignalPass(int seed) {
        assertThat(tester.sql(
                                "SELECT hash(i + %d) %% 2 AS y, i AS serial, md5((i + %d)::VARCHAR) AS code FROM range(1000) t(i)"
                                        .formatted(seed, seed))
                        .findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
