package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PureRegionTest {

    private final CheckTester tester = CheckTester.of(new PureRegion()).declare("--target y");

    @Test
    void moneyThatFollowsTheOutcomeIsFoundThoughMostRowsSayNothing() {
        Finding finding = tester.sql(
                        "SELECT (i % 5 = 0)::INT AS y, CASE WHEN i % 20 = 0 THEN 50 + random() * 100 ELSE 0 END AS recovered,"
                                + " random() AS rate FROM range(3000) t(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("recovered");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.message()).contains("150 of 150 rows").contains("away from its most frequent value");
    }

    @Test
    void aRareLevelThatIsPureIsFoundInTextAndInCodes() {
        String table =
                "SELECT CASE WHEN i % 16 = 3 THEN 'no' WHEN random() < 0.5 THEN 'yes' ELSE 'no' END AS y, CODE AS code,"
                        + " random() AS a FROM range(4000) t(i)";
        assertThat(tester.sql(table.replace("CODE AS", "'k' || i % 16 AS"))
                        .finding()
                        .columns())
                .containsExactly("code");
        assertThat(tester.sql(table.replace("CODE AS", "i % 16 AS")).finding().columns())
                .containsExactly("code");
    }

    @Test
    void cellValuesAreKeptApartFromTheMessage() {
        Finding finding = tester.sql(
                        "SELECT CASE WHEN i % 8 = 3 THEN 'no' WHEN random() < 0.5 THEN 'yes' ELSE 'no' END AS y,"
                                + " 'secret' || i % 8 AS code, random() AS a FROM range(2000) t(i)")
                .finding();
        assertThat(finding.message()).doesNotContain("secret");
        assertThat(finding.evidence().values()).containsEntry("value", "secret3");
    }

    @Test
    void theTailOfAnHonestMeasurementIsNotARegion() {
        assertThat(tester.sql(
                                "SELECT (x + 0.3 * random() > 0.65)::INT AS y, x, random() AS a, random() AS b, random() AS c, random() AS d"
                                        + " FROM (SELECT random() AS x FROM range(5000))")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A count and a stage that end in pure values, on one side and on both.
                "SELECT v, (random() < 1 / (1 + exp(-2.5 * (v - 6.5))))::INT AS y FROM"
                        + " (SELECT floor(10 * random() ** 0.7)::INT AS v FROM range(4000))",
                "SELECT v, (v + floor(3 * random()) > 9)::INT AS y FROM (SELECT floor(16 * random())::INT AS v FROM range(4000))",
                // An amount that is often zero, and that leads up to the outcome.
                "SELECT v, (random() * 300 < v)::INT AS y FROM"
                        + " (SELECT CASE WHEN random() < 0.3 THEN 0 ELSE round(400 * random(), 2) END AS v FROM range(4000))",
                // A measurement cut off where nearly all are of one class.
                "SELECT least(v, 0.9) AS v, (random() < v * v * v * 1.5)::INT AS y FROM (SELECT random() AS v FROM range(4000))"
            })
    void theEndOfASlopeIsNotARegion(String table) {
        assertThat(tester.sql("SELECT *, random() AS a FROM (" + table + ")").findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999", "500"})
    void aSingleValueOfOneClassIsFoundAmongContinuousOnesAndCounts(String value) {
        for (String other : new String[] {"round(400 + 400 * random(), 2)", "(450 + 40 * random())::INT"}) {
            Finding finding = tester.sql("SELECT y, CASE WHEN y = 1 AND random() < 0.1 THEN " + value + " ELSE " + other
                            + " END AS v, random() AS a FROM (SELECT (random() < 0.5)::INT AS y FROM range(4000))")
                    .finding();
            assertThat(finding.columns()).containsExactly("v");
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        }
    }

    @Test
    void oneExceptionMakesItAQuestionAndManyAcquit() {
        String table =
                "SELECT CASE WHEN i % EVERY = 19 THEN 'yes' WHEN i % 16 = 3 THEN 'no' WHEN random() < 0.5 THEN 'yes' ELSE 'no' END"
                        + " AS y, 'k' || i % 16 AS code, random() AS a FROM range(16000) t(i)";
        assertThat(tester.sql(table.replace("EVERY", "8000")).finding().confidence())
                .isEqualTo(Confidence.MEDIUM);
        assertThat(tester.sql(table.replace("EVERY", "160")).findings()).isEmpty();
    }

    @Test
    void causesThatComeTogetherByChanceOnlyAreAQuestion() {
        // A car is unacceptable when its safety is low or it seats two, whatever else it has (the rule of Bohanec's car
        // evaluation).
        String cars =
                "SELECT CASE WHEN safety = 'low' OR persons = '2' OR random() < 0.2 THEN 'no' ELSE 'yes' END AS y, *"
                        + " FROM (SELECT ['low', 'medium', 'high'][1 + i % 3] AS safety, ['2', '4', 'more'][1 + (i // 3) % 3] AS persons,"
                        + " 'd' || (i // 9) % 4 AS doors, 'b' || hash(i) % 3 AS boot FROM range(1728) t(i))";
        assertThat(tester.sql(cars).findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
            assertThat(finding.message()).contains("independent causes");
        });
    }

    @Test
    void effectsOfOneOutcomeComeTogetherAndStayAccused() {
        String claims = "SELECT y, CASE WHEN y AND random() < 0.5 THEN 'paid' ELSE 'none' END AS refund,"
                + " CASE WHEN y AND random() < 0.4 THEN 'sent' ELSE 'none' END AS letter, random() AS a"
                + " FROM (SELECT random() < 0.3 AS y FROM range(4000))";
        assertThat(tester.sql(claims).findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.confidence()).isEqualTo(Confidence.HIGH));
    }

    @Test
    void flagsOfOneColumnThatExcludeEachOtherStayAccused() {
        String reasons = "SELECT y, (y AND r < 0.3)::INT AS moved, (y AND r BETWEEN 0.3 AND 0.6)::INT AS price, r2 AS a"
                + " FROM (SELECT random() < 0.4 AS y, random() AS r, random() AS r2 FROM range(4000))";
        assertThat(tester.sql(reasons).findings())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(finding -> assertThat(finding.confidence()).isEqualTo(Confidence.HIGH));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void levelsAtRandomAreNeverAccused(int seed) {
        String table =
                "SELECT hash(i * 31 + %d) %% 10 = 0 AS y, 'w' || hash(i * 17 + %d) %% 20 AS a, hash(i * 5 + %d) %% 12 AS b"
                        + " FROM range(2000) t(i)";
        assertThat(tester.sql(table.formatted(seed, seed, seed)).findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
