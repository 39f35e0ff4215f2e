package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NearCopiesTest {

    /** Cases k with five smooth but unrelated numbers and a word, in which %s stands for the number of case and %s for noise. */
    private static String table(String caseOfRow, String noise, String target) {
        String numbers = "h(k, 1) + n * (h(i, 11) - 0.5) AS a, -ln(1 - h(k, 2)) + n * (h(i, 12) - 0.5) AS b,"
                + " h(k, 3) * h(k, 4) + n * (h(i, 13) - 0.5) AS c, 40 * h(k, 5) + 40 * n * (h(i, 14) - 0.5) AS d,"
                + " round(9 * h(k, 6)) AS e, 'w' || floor(4 * h(k, 7)) AS f";
        String query = "SELECT " + numbers + ", " + target
                + " AS y, CASE WHEN h(i, 8) < 0.3 THEN 'test' ELSE 'train' END AS part" + " FROM (SELECT i, "
                + caseOfRow + " AS k, " + noise + " AS n FROM range(1500) t(i))";
        return query.replaceAll("h\\((\\w), (\\d+)\\)", "((hash($1 * 1000 + $2) >> 11)::DOUBLE / 9007199254740992)");
    }

    private static final String LABEL = "(h(k, 9) < 0.4)::INT";

    private final CheckTester tester = CheckTester.of(new NearCopies()).declare("--target y --ignore part");

    @ParameterizedTest
    @ValueSource(strings = {"0.0001", "0.01", "0.03"})
    void noiseDoesNotHideCopies(String noise) {
        Finding finding = tester.sql(table("i % 1300", noise, LABEL)).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat((int) finding.evidence().facts().get("rows")).isBetween(320, 410);
        assertThat(finding.evidence().rowGroups())
                .hasSize(10)
                .allSatisfy(pair -> assertThat(pair.get(0) % 1300).isEqualTo(pair.get(1) % 1300));
    }

    @Test
    void withASplitOnlyCopiesOnBothSidesCount() {
        CheckTester split = tester.declare("--target y --split part");
        Finding finding = split.sql(table("i % 1300", "0.01", LABEL)).finding();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).contains("test rows");
        String together = table("i % 1300", "0.01", LABEL).replace("(i * 1000 + 8)", "(k * 1000 + 8)");
        assertThat(split.sql(together).findings()).isEmpty();
    }

    @Test
    void aNumericTargetMustBeTheCopysToo() {
        assertThat(tester.sql(table("i % 1300", "0.01", "10 * h(k, 9)")).findings())
                .hasSize(1);
        assertThat(tester.sql(table("i % 1300", "0.01", "10 * h(i, 9)")).findings())
                .isEmpty();
    }

    @Test
    void worksWithoutATarget() {
        assertThat(tester.declare("--split part --ignore y")
                        .sql(table("i % 1300", "0.01", LABEL))
                        .findings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Innocent twins: no copies; exact copies, which are another check's; a smooth curve; walks in time;
                // clusters;
                // a lattice; few columns.
                "SELECT random() AS a, random() AS b, random() AS c, random() AS d, (random() < 0.3)::INT AS y FROM range(1500) t(i)",
                "SELECT sin(k) AS a, cos(k * k) AS b, sin(3 * k) AS c, cos(k) AS d, k % 2 AS y FROM (SELECT i % 900 AS k FROM range(1000) t(i))",
                "SELECT u AS a, u * u AS b, sqrt(u) AS c, sin(u) AS d, (u > 0.4)::INT AS y FROM (SELECT random() AS u FROM range(1500) t(i))",
                "SELECT u + 0.001 * random() AS a, u * u AS b, sqrt(u) AS c, sin(u) AS d, (u > 4)::INT AS y FROM (SELECT exp(3 * random()) AS u FROM range(1500) t(i))",
                "SELECT sum(random() - 0.5) OVER w AS a, sum(random() - 0.5) OVER w AS b, sum(random() - 0.5) OVER w AS c, i % 500 < 200 AS y"
                        + " FROM range(1500) t(i) WINDOW w AS (ORDER BY i)",
                "SELECT m + 0.01 * random() AS a, -m + 0.01 * random() AS b, m * m + 0.01 * random() AS c, m % 2 AS y FROM"
                        + " (SELECT i % 40 AS m FROM range(1500) t(i))",
                "SELECT i % 11 AS a, i % 13 AS b, i % 7 AS c, i % 5 AS d, i % 2 AS y FROM range(1500) t(i)",
                "SELECT random() AS a, random() AS b, (random() < 0.3)::INT AS y FROM range(1500) t(i)"
            })
    void innocentTwinsAreNotAccused(String query) {
        assertThat(tester.declare("--target y").sql(query).findings()).isEmpty();
    }
}
