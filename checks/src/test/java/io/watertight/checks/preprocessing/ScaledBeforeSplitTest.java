package io.watertight.checks.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledBeforeSplitTest {

    private static final String ROWS = "WITH rows AS (SELECT i % 3 = 0 AS y, if(i % 4 = 0, 'test', 'train') AS half,"
            + " random() AS a, exp(2 * random()) AS b, random() - random() AS c, 7 * random() AS d FROM range(600) t(i)) ";

    private final CheckTester tester = CheckTester.of(new ScaledBeforeSplit()).declare("--target y --split half");

    /** Each of a, b, c, d by an expression in which x stands for the column. */
    private static String scaled(String expression) {
        return ROWS + "SELECT y, half, "
                + "abcd"
                        .chars()
                        .mapToObj(letter ->
                                expression.replace("x", String.valueOf((char) letter)) + " AS " + (char) letter)
                        .collect(Collectors.joining(", "))
                + " FROM rows";
    }

    @ParameterizedTest
    @ValueSource(strings = {"stddev_pop", "stddev_samp"})
    void findsStandardScoresByEitherDefinitionOfTheDeviation(String deviation) {
        Finding finding = tester.sql(scaled("(x - avg(x) OVER ()) / " + deviation + "(x) OVER ()"))
                .finding();

        assertThat(finding.columns()).containsExactly("a", "b", "c", "d");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence().facts()).containsEntry("training rows", 450L);
    }

    @ParameterizedTest
    @CsvSource({"6, HIGH", "4, HIGH", "3, HIGH", "2, HIGH"})
    void allowsForTheDecimalsTheScoresAreWrittenWith(int decimals, Confidence confidence) {
        String scores = scaled("round((x - avg(x) OVER ()) / stddev_pop(x) OVER (), " + decimals + ")");

        assertThat(tester.sql(scores).finding().confidence()).isEqualTo(confidence);
    }

    @Test
    void saysNothingAboutScoresWrittenWithOneDecimal() {
        assertThat(tester.sql(scaled("round((x - avg(x) OVER ()) / stddev_pop(x) OVER (), 1)"))
                        .findings())
                .isEmpty();
    }

    @Test
    void findsMissingValuesNoObstacle() {
        String gaps = scaled(
                "if(x < 0.1, NULL, (x - avg(if(x < 0.1, NULL, x)) OVER ()) / stddev_pop(if(x < 0.1, NULL, x)) OVER ())");

        assertThat(tester.sql(gaps).finding().columns()).contains("a", "b", "c");
    }

    @Test
    void acquitsAScalerFittedOnTheTrainingRows() {
        String innocent =
                scaled("(x - avg(x) FILTER (half = 'train') OVER ()) / stddev_pop(x) FILTER (half = 'train') OVER ()");

        assertThat(tester.sql(innocent).findings()).isEmpty();
    }

    @Test
    void acquitsColumnsThatHappenToBeStandardNormal() {
        String normal = "SELECT i % 3 = 0 AS y, if(i % 4 = 0, 'test', 'train') AS half,"
                + " sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) AS a FROM range(5000) t(i)";

        assertThat(tester.sql(normal).findings()).isEmpty();
    }

    @Test
    void findsUnitRangesWhoseExtremesLieInTheTestSet() {
        String range = IntStream.range(0, 12)
                .mapToObj(k -> "(f" + k + " - min(f" + k + ") OVER ()) / (max(f" + k + ") OVER () - min(f" + k
                        + ") OVER ()) AS f" + k)
                .collect(Collectors.joining(", "));
        String raw = IntStream.range(0, 12).mapToObj(k -> "random() AS f" + k).collect(Collectors.joining(", "));
        String sql = "WITH rows AS (SELECT i % 3 = 0 AS y, if(i % 2 = 0, 'test', 'train') AS half, " + raw
                + " FROM range(600) t(i)) SELECT y, half, " + range + " FROM rows";

        Finding finding = tester.sql(sql).finding();

        assertThat(finding.message()).contains("minimum 0 and maximum 1");
        assertThat(finding.columns()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void acquitsProportionsAndFlags() {
        String proportions = "SELECT i % 3 = 0 AS y, if(i % 4 = 0, 'test', 'train') AS half, round(random(), 2) AS a,"
                + " round(random(), 2) AS b, (random() < 0.01)::INT AS c, random() * 0.7 AS d FROM range(600) t(i)";

        assertThat(tester.sql(proportions).findings()).isEmpty();
    }

    @Test
    void findsScalingByMedianAndQuartiles() {
        String robust =
                scaled("(x - median(x) OVER ()) / (quantile_cont(x, 0.75) OVER () - quantile_cont(x, 0.25) OVER ())");

        assertThat(tester.sql(robust).finding().message()).contains("median 0");
    }

    @Test
    void isSkippedWithoutASplitAsNothingCanBeCompared() {
        assertThat(CheckTester.of(new ScaledBeforeSplit())
                        .sql(scaled("(x - avg(x) OVER ()) / stddev_pop(x) OVER ()"))
                        .declare("--target y --ignore half")
                        .result()
                        .status())
                .isEqualTo(CheckStatus.SKIPPED);
    }

    @Test
    void survivesEmptyColumnsAndTinyParts() {
        String tiny = "SELECT * FROM (VALUES (1, 'train', NULL, 1.5), (0, 'test', NULL, 2.5)) t(y, half, a, b)";

        assertThat(tester.sql(tiny).findings()).isEmpty();
    }

    @Test
    void judgesAThousandColumns() {
        String many =
                IntStream.range(0, 1000).mapToObj(k -> "random() AS f" + k).collect(Collectors.joining(", "));

        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 4 = 0, 'test', 'train') AS half, " + many
                                + " FROM range(40) t(i)")
                        .findings())
                .isEmpty();
    }
}
