package io.watertight.checks.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class RotatedBeforeSplitTest {

    private final CheckTester tester = CheckTester.of(new RotatedBeforeSplit()).declare("--target y --split half");

    /** Harmonics over a whole number of turns are centred and uncorrelated, as principal components are. */
    private static String harmonics(int period, int rows) {
        return "WITH turns AS (SELECT i, 2 * pi() * (i + 0.3) / " + period + " AS t FROM range(" + rows + ") r(i))"
                + " SELECT i % 2 AS y, if(i < " + rows / 4
                + ", 'test', 'train') AS half, 9 * sin(t) AS pc1, 4 * cos(t) AS pc2,"
                + " 2 * sin(3 * t) AS pc3, cos(3 * t) AS pc4 FROM turns";
    }

    @Test
    void findsComponentsOfAllRows() {
        Finding finding = tester.sql(harmonics(400, 400)).finding();

        assertThat(finding.columns()).containsExactly("pc1", "pc2", "pc3", "pc4");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void acquitsComponentsOfTheTrainingRows() {
        assertThat(tester.sql(harmonics(300, 400)).findings()).isEmpty();
    }

    @Test
    void acquitsColumnsThatWereOnlyCentred() {
        String centred = "WITH rows AS (SELECT i, random() AS a, random() AS b, random() AS c FROM range(400) t(i))"
                + " SELECT i % 2 AS y, if(i % 4 = 0, 'test', 'train') AS half, a - avg(a) OVER () AS a, b - avg(b) OVER () AS b,"
                + " c - avg(c) OVER () AS c FROM rows";

        assertThat(tester.sql(centred).findings()).isEmpty();
    }

    @Test
    void acquitsDesignedExperiments() {
        String design =
                "SELECT i % 2 AS y, if(i % 5 = 0, 'test', 'train') AS half, 2 * (i % 2) - 1.0 AS a, 2 * (i // 2 % 2) - 1.0 AS b,"
                        + " (2 * (i // 4 % 2) - 1) / 2 AS c FROM range(64) t(i)";

        assertThat(tester.sql(design).findings()).isEmpty();
    }

    @Test
    void survivesGapsAndTinyTables() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i = 0, 'test', 'train') AS half, NULL::DOUBLE AS a, i - 1.0 AS b, 1.0 - i AS c"
                                        + " FROM range(3) t(i)")
                        .findings())
                .isEmpty();
    }
}
