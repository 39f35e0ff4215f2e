package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmoothedTargetEncodingTest {

    /** Groups of 1 to about 60 rows. */
    private static final String BASE =
            "(SELECT i, y, key, half, count(*) OVER w AS n, sum(y) OVER w AS s, avg(y) OVER w AS mean, var_pop(y) OVER w"
                    + " AS within, avg(y) OVER () AS prior, var_pop(y) OVER () AS overall, sum(y) FILTER (half = 'train') OVER w AS ts,"
                    + " count(*) FILTER (half = 'train') OVER w AS tn FROM (SELECT i, %s AS y, 'k' || floor(sqrt(i)) AS key,"
                    + " CASE WHEN hash(i) %% 3 = 0 THEN 'test' ELSE 'train' END AS half FROM range(900) t(i)) WINDOW w AS (PARTITION BY key))";

    private static final String FLAG = "(hash(i * 7) % 10 < 4)::INT";
    private static final String NUMBER = "(hash(i * 7) % 1000) / 10.0";
    private static final String ESTIMATE = "(s + 10 * prior) / (n + 10)";

    private static List<Finding> found(String target, String encoding, String columns, String flags) {
        return CheckTester.of(new SmoothedTargetEncoding())
                .sql("SELECT y, half, i % 23 AS other, " + columns + encoding + " AS te FROM "
                        + String.format(BASE, target))
                .declare("--target y " + flags)
                .findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(s + 10 * prior) / (n + 10) | 10",
                "(s + 0.5 * prior) / (n + 0.5) | 0.5",
                "(s + 300 * 0.5) / (n + 300) | 300",
                "prior + (mean - prior) / (1 + exp((20 - n) / 10)) | 20"
            })
    void findsTheParameterOfEachFormula(String encoding, double strength) {
        for (String target : List.of(FLAG, "(hash(i * 7) % 1000) / 1000.0")) {
            assertThat(found(target, encoding, "key, ", "--ignore half"))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.columns()).containsExactly("te");
                        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
                        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                        assertThat((double) finding.evidence().facts().get("strength"))
                                .isCloseTo(strength, org.assertj.core.data.Percentage.withPercentage(1));
                    });
        }
    }

    @Test
    void findsTheEmpiricalBayesEstimate() {
        String encoding = "prior + (mean - prior) * n * overall / (n * overall + within)";
        assertThat(found(FLAG, encoding, "key, ", "--ignore half")).hasSize(1);
        assertThat(found(NUMBER, encoding, "key, ", "--ignore half")).hasSize(1);
    }

    @Test
    void neitherRoundingNorTheLossOfTheKeyHidesIt() {
        assertThat(found(NUMBER, "round(" + ESTIMATE + ", 4)", "key, ", "--ignore half"))
                .hasSize(1);
        assertThat(found(NUMBER, ESTIMATE, "", "--ignore half")).hasSize(1);
    }

    @Test
    void aTestSetTellsWhichRowsTheMeansWereTakenOver() {
        assertThat(found(FLAG, ESTIMATE, "key, ", "--split half"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).contains("training and test rows together");
                });
        assertThat(found(FLAG, "(coalesce(ts, 0) + 10 * 0.4) / (tn + 10)", "key, ", "--split half"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("over training rows");
                });
    }

    @Test
    void findsTheEncodingOfOneOfSeveralClasses() {
        String indicator = "(sum((y = 'b')::INT) OVER (PARTITION BY key) + 5 * 0.3) / (n + 5)";
        assertThat(CheckTester.of(new SmoothedTargetEncoding())
                        .sql(
                                "SELECT y, key, " + indicator
                                        + " AS te FROM (SELECT *, count(*) OVER (PARTITION BY key) AS n FROM (SELECT"
                                        + " ['a', 'b', 'c'][1 + (hash(i) % 3)::INT] AS y, 'k' || floor(sqrt(i)) AS key FROM range(900) t(i)))")
                        .declare("--target y")
                        .findings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Innocent twins: how often a level occurs, a number of the level, the level's mean of something else,
                // another target's
                // mean, noise on the mean, the plain mean (another check's), a constant.
                "n / 900.0",
                "(hash(key) % 1000) / 1000.0",
                "(sum(hash(i * 31) % 2) OVER (PARTITION BY key) + 4) / (n + 10.0)",
                "(s + 10 * prior) / (n + 10) + 0.01 * (hash(key) % 100)",
                "mean",
                "0.5"
            })
    void innocentTwinsAreNotAccused(String encoding) {
        assertThat(found(FLAG, encoding, "key, ", "--ignore half")).isEmpty();
        assertThat(found(FLAG, encoding, "key, ", "--split half")).isEmpty();
    }

    @Test
    void proposesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {0, 2}) {
                assertThat(new SmoothedTargetEncoding().propose(NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
