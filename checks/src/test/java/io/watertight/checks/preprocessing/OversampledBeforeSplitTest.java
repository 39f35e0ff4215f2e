package io.watertight.checks.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class OversampledBeforeSplitTest {

    private final CheckTester tester =
            CheckTester.of(new OversampledBeforeSplit()).declare("--target y --split half");

    private static final String ROWS = "rows AS (SELECT i, i % 8 = 0 AS y, random() AS a, random() AS b, random() AS c,"
            + " round(90 * random()) AS d FROM range(1200) t(i))";

    /** Each positive row is mixed with five others, as SMOTE does, all positives being neighbours here. */
    private static String synthetic(String half) {
        return "WITH " + ROWS + ", p AS (SELECT *, row_number() OVER () AS k FROM rows WHERE y),"
                + " s AS (SELECT l.i + 10000 * j AS i, true AS y, l.a + u * (r.a - l.a) AS a, l.b + u * (r.b - l.b) AS b,"
                + " l.c + u * (r.c - l.c) AS c, l.d + u * (r.d - l.d) AS d FROM (SELECT p.*, j, random() AS u FROM p, range(1, 6) t(j)) l"
                + " JOIN p r ON r.k = (l.k * 7 + l.j * 13) % 150 + 1),"
                + " every AS (SELECT i, y, a, b, c, d FROM rows UNION ALL SELECT i, y, a, b, c, d FROM s)"
                + " SELECT y, a, b, c, d, " + half + " AS half FROM every";
    }

    @Test
    void findsCopiesOfOneClassOnBothSides() {
        Finding finding = tester.sql(
                        "WITH " + ROWS + " SELECT y, a, b, c, d, if((i * 31 + k * 17) % 4 = 0, 'test', 'train') AS half"
                                + " FROM rows, range(6) t(k) WHERE y OR k = 0")
                .finding();

        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.columns()).isEmpty();
        assertThat(finding.evidence().rows()).isNotEmpty();
    }

    @Test
    void acquitsCopiesMadeOfTrainingRowsOnly() {
        String innocent =
                "WITH " + ROWS + ", parted AS (SELECT *, if(hash(i) % 4 = 0, 'test', 'train') AS half FROM rows)"
                        + " SELECT y, a, b, c, d, half FROM parted, range(6) t(k) WHERE k = 0 OR y AND half = 'train'";

        assertThat(tester.sql(innocent).findings()).isEmpty();
    }

    @Test
    void acquitsRowsThatRepeatInEveryClass() {
        String coarse =
                "SELECT i % 8 = 0 AS y, i % 3 AS a, i % 5 AS b, i % 7 AS c, if(i % 4 = 1, 'test', 'train') AS half"
                        + " FROM range(2000) t(i)";

        assertThat(tester.sql(coarse).findings()).isEmpty();
    }

    @Test
    void acquitsAFewRowsOfOneClassThatRepeatVeryOften() {
        String burst = "WITH " + ROWS + " SELECT y, a, b, c, d, if((i * 31 + k * 17) % 4 = 0, 'test', 'train') AS half"
                + " FROM rows, range(60) t(k) WHERE k = 0 OR y AND i < 40";

        assertThat(tester.sql(burst).findings()).isEmpty();
    }

    @Test
    void findsSyntheticRowsInTheTestSet() {
        Finding finding =
                tester.sql(synthetic("if(hash(i) % 4 = 0, 'test', 'train')")).finding();

        assertThat(finding.message()).contains("SMOTE");
        assertThat(finding.evidence().value()).isGreaterThan(0.5);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void acquitsSyntheticRowsAmongTrainingRowsOnly() {
        assertThat(tester.sql(synthetic("if(i < 10000 AND hash(i) % 4 = 0, 'test', 'train')"))
                        .findings())
                .isEmpty();
    }

    @Test
    void warnsOfOversamplingInATableThatIsStillToBeSplit() {
        Finding finding = CheckTester.of(new OversampledBeforeSplit())
                .sql(synthetic("'none'"))
                .declare("--target y --ignore half")
                .finding();

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void acquitsGridsWherePointsInALineAreCommon() {
        String grid =
                "SELECT i % 8 = 0 AS y, floor(30 * random()) AS a, floor(30 * random()) AS b, floor(30 * random()) AS c,"
                        + " if(hash(i) % 4 = 0, 'test', 'train') AS half FROM range(3000) t(i)";

        assertThat(tester.sql(grid).findings()).isEmpty();
    }

    @Test
    void survivesGapsSingleRowsAndASingleClassInTheTestSet() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i < 3, 'test', 'train') AS half, NULL::DOUBLE AS a, if(i % 2 = 0, NULL, i / 3) AS b"
                                        + " FROM range(12) t(i)")
                        .findings())
                .isEmpty();
    }
}
