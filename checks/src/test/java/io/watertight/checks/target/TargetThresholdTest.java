package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetThresholdTest {

    private static CheckTester table(String columns) {
        return CheckTester.of(new TargetThreshold())
                .sql("SELECT " + columns + " FROM (SELECT i, random() AS u, random() AS v, random() AS w"
                        + " FROM range(2000) t(i))")
                .declare("--target y");
    }

    private static List<Finding> found(String columns) {
        return table(columns).findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "round(1500 + 3000 * u) | x < 2500",
                "sqrt(-2 * ln(u + 1e-9)) * cos(6.2831853 * v) | x > 0",
                "exp(3 * u) | x > 15",
                "CASE WHEN u < 0.6 THEN 0 ELSE floor(1 + 3 * v) END | x > 0",
                "CASE WHEN u < 0.6 THEN 0 ELSE v * 900 END | x > 0",
                "floor(u * 10) | x >= 6",
                "round(100 * u) | x BETWEEN 40 AND 60",
                "1 + floor(5 * u) | x = 1"
            })
    void findsTheCutThatDefinesTheTarget(String x, String y) {
        assertThat(found("*, " + x + " AS x, " + y + " AS y"))
                .filteredOn(one -> one.columns().contains("x"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.confidence()).isEqualTo(Confidence.HIGH));
    }

    @Test
    void findsBandsOfSeveralClasses() {
        List<Finding> findings = found("round(100 * u) AS x, v,"
                + " CASE WHEN x < 18 THEN 'child' WHEN x < 65 THEN 'adult' ELSE 'old' END AS y");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.evidence().facts()).containsEntry("cuts", 2);
            assertThat(finding.evidence().values().get("cuts")).contains("18").contains("65");
        });
    }

    @Test
    void asksAboutAColumnThatAlonePartsTheClassesWithAGap() {
        Finding finding = table("v, u + CASE WHEN i % 3 = 0 THEN 5 ELSE 0 END AS x, i % 3 = 0 AS y")
                .finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.question()).isPresent();
    }

    @Test
    void doesNotAccuseAnEasyProblem() {
        CheckResult result = table("u + CASE WHEN i % 3 = 0 THEN 2 ELSE 0 END AS petal,"
                        + " v + CASE WHEN i % 3 = 0 THEN 0.95 ELSE 0 END AS sepal, i % 3 = 0 AS y")
                .result();
        assertThat(result.findings()).isEmpty();
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("petal") && remark.contains("easy problem"));
    }

    @Test
    void leavesAGradedFeatureAlone() {
        assertThat(found("u AS x, u + v / 50 > 0.5 AS y")).isEmpty();
    }

    @Test
    void toleratesMissingValuesAndATypingError() {
        Finding finding = table("CASE WHEN i % 4 > 0 THEN u END AS x, v, (u > 0.3) <> (i = 1001) AS y")
                .finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.evidence().facts()).containsEntry("exceptions", 1L);
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(found("1 AS x, CAST(NULL AS DOUBLE) AS z, u > 0.5 AS y")).isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {2, 3}) {
                assertThat(MemoryAnswers.findings(new TargetThreshold(), NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
