package io.watertight.checks.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class ImputedBeforeSplitTest {

    private static final String ROWS = "WITH rows AS (SELECT i, i % 3 = 0 AS y, if(i % 4 = 0, 'test', 'train') AS half,"
            + " if(i % 10 < 2, NULL, round(80 * random())) AS a, if(i % 7 = 0, NULL, random()) AS b FROM range(700) t(i)) ";

    private final CheckTester tester = CheckTester.of(new ImputedBeforeSplit()).declare("--target y --split half");

    /** Columns a (whole numbers) and b (continuous), gaps filled with an expression in which x stands for the column. */
    private static String filled(String expression) {
        return ROWS + "SELECT y, half, coalesce(a, " + expression.replace("x", "a") + ") AS a, coalesce(b, "
                + expression.replace("x", "b") + ") AS b FROM rows";
    }

    @Test
    void findsTheMeanOfAllRowsAmongWholeAndContinuousNumbers() {
        Finding finding = tester.sql(filled("avg(x) OVER ()")).finding();

        assertThat(finding.columns()).containsExactly("a", "b");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence().facts()).containsEntry("a: filled with the", "mean");
    }

    @Test
    void acquitsTheMeanOfTheTrainingRows() {
        assertThat(tester.sql(filled("avg(x) FILTER (half = 'train') OVER ()")).findings())
                .isEmpty();
    }

    @Test
    void acquitsAConstantThatIsNoStatistic() {
        assertThat(tester.sql(filled("12.345")).findings()).isEmpty();
    }

    @Test
    void saysNothingWhereRoundingHidesWhichMeanItWas() {
        assertThat(tester.sql(filled("round(avg(x) OVER ())")).findings()).isEmpty();
    }

    @Test
    void findsTheMedianOfAllRowsInContinuousNumbers() {
        Finding finding = tester.sql(ROWS + "SELECT y, half, coalesce(b, median(b) OVER ()) AS b,"
                        + " coalesce(b * b, median(b * b) OVER ()) AS c FROM rows")
                .finding();

        assertThat(finding.columns()).containsExactly("b", "c");
        assertThat(finding.evidence().facts()).containsEntry("b: filled with the", "median");
    }

    @Test
    void mentionsAMeanOfTheWholeTableAsInformationWithoutASplit() {
        Finding finding = CheckTester.of(new ImputedBeforeSplit())
                .sql(filled("avg(x) OVER ()"))
                .declare("--target y --ignore half")
                .finding();

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void showsNoFillValueInItsMessageOrFacts() {
        Finding finding = tester.sql(filled("avg(x) OVER ()")).finding();

        String value = finding.evidence().values().get("a: filled with");
        assertThat(value).isNotBlank();
        assertThat(finding.message()).doesNotContain(value);
        assertThat(finding.evidence().facts().toString()).doesNotContain(value);
    }

    @Test
    void survivesEmptyConstantAndTinyColumns() {
        String edge = "SELECT i % 2 AS y, if(i % 3 = 0, 'test', 'train') AS half, NULL::DOUBLE AS a, 1.5 AS b,"
                + " if(i = 0, 2.5, NULL) AS c FROM range(30) t(i)";

        assertThat(tester.sql(edge).findings()).isEmpty();
        assertThat(CheckTester.of(new ImputedBeforeSplit())
                        .sql("SELECT 1 AS y, 2.5 AS a")
                        .result()
                        .status())
                .isEqualTo(CheckStatus.PASSED);
    }
}
