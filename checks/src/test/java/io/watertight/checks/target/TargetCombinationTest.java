package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetCombinationTest {

    private static List<Finding> found(String columns) {
        return CheckTester.of(new TargetCombination())
                .sql("SELECT a, b, c, d, e, 4 * d AS f, g, " + columns + " FROM (SELECT i, floor(random() * 500) AS a,"
                        + " 20 + floor(3000 * random()) AS b, exp(2 * random()) AS c, random() AS d, floor(10 * random()) AS e, floor(600 * random()) AS g"
                        + " FROM range(1500) t(i))")
                .declare("--target y --task "
                        + (columns.matches(".*[<>][^,]* AS y") && !columns.contains("CASE") ? "binary" : "regression"))
                .findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b | a,b | a",
                "b - a | a,b | b - a",
                "a + b + c | a,b,c | c",
                "round(0.5 * a + 0.25 * b, 2) | a,b | 0.5 a",
                "a + b / 7 + 12 | a,b | + 12",
                "a * b | a,b | *",
                "b / c | b,c | b / c",
                "round(b * c, 2) | b,c | *",
                "b / (c * c) | b,c | b / c / c",
                "ln(b) + ln(c) | b,c | log c",
                "greatest(a, b) | a,b | the larger of",
                "least(a, b) | a,b | the smaller of",
                "b * c * e | b,c,e | *"
            })
    void findsTheColumnsThatMakeANumber(String target, String columns, String words) {
        assertThat(found(target + " AS y")).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.columns()).containsExactlyInAnyOrder(columns.split(","));
            assertThat(finding.message()).startsWith("y = ").contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + g > 600 | a,g",
                "g - a > 100 | a,g",
                "a * b > 300000 | a,b",
                "b / c > 500 | b,c",
                "e > f + c | e,c"
            })
    void findsTheColumnsThatMakeTwoClasses(String target, String columns) {
        assertThat(found(target + " AS y")).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.columns()).containsExactlyInAnyOrder(columns.split(","));
        });
    }

    @Test
    void findsAComparisonOfTwoColumnsOfOneScale() {
        Finding finding = CheckTester.of(new TargetCombination())
                .sql(
                        "SELECT bid, reserve, bid >= reserve AS sold, i % 7 AS day FROM (SELECT i, floor(100 * random()) AS bid,"
                                + " floor(100 * random()) AS reserve FROM range(1000) t(i))")
                .declare("--target sold")
                .finding();
        assertThat(finding.columns()).containsExactlyInAnyOrder("bid", "reserve");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void accusesBothSidesOfAComparisonWhereNeitherSaysAnythingAlone() {
        // The close of the day before and that of the day itself, far from where the walk began.
        Finding finding = CheckTester.of(new TargetCombination())
                .sql("SELECT (later > before)::INT AS y, later, before, random() AS volume FROM (SELECT before,"
                        + " before + random() - 0.5 AS later FROM (SELECT 1000 * random() AS before FROM range(2000)))")
                .declare("--target y")
                .finding();
        assertThat(finding.columns()).containsExactlyInAnyOrder("later", "before");
    }

    @Test
    void toleratesMissingPartsAndATypingError() {
        List<Finding> findings =
                found("CASE WHEN i % 5 > 0 THEN a END AS part, CASE WHEN i = 700 THEN 1 ELSE a + b END AS y");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.columns()).containsExactlyInAnyOrder("a", "b");
            assertThat(finding.evidence().facts()).containsEntry("exceptions", 1L);
        });
    }

    @Test
    void leavesNoisySumsAlone() {
        assertThat(found("a + b + 20 * random() AS y")).isEmpty();
        assertThat(found("a * b * (1 + random() / 50) AS y")).isEmpty();
        assertThat(found("a + b + 200 * random() > 1700 AS y")).isEmpty();
    }

    @Test
    void leavesSingleColumnsToOtherChecks() {
        assertThat(found("3 * b + 1 AS y")).isEmpty();
        assertThat(found("b > 1000 AS y")).isEmpty();
    }

    @Test
    void leavesSeparableClustersAlone() {
        assertThat(found("d + e % 2 AS first, c / 8 + e % 2 AS second, e % 2 > 0 AS y"))
                .isEmpty();
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(found("1 AS one, CAST(NULL AS DOUBLE) AS nothing, random() AS y"))
                .isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {0, 2}) {
                assertThat(MemoryAnswers.findings(new TargetCombination(), NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
