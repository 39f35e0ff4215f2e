package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelPredictionTest {

    private static List<Finding> found(String columns, String y) {
        return CheckTester.of(new ModelPrediction())
                .sql("SELECT " + y + " AS y, age, " + columns + " FROM (SELECT i, random() AS u, random() AS v,"
                        + " floor(60 * random()) AS age FROM range(2000) t(i))")
                .declare("--target y --task " + (y.contains("<") ? "binary" : "regression"))
                .findings();
    }

    @Test
    void findsTheProbabilitiesOfAModel() {
        List<Finding> findings = found(
                "CASE WHEN u < 0.3 THEN 0.92 + 0.08 * v ELSE 0.05 * v END AS classifier_1,"
                        + " 1 - CASE WHEN u < 0.3 THEN 0.92 + 0.08 * v ELSE 0.05 * v END AS classifier_0",
                "u < 0.3");
        assertThat(findings).hasSize(2).allMatch(finding -> finding.confidence() == Confidence.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v AS risk_index", "round(v, 3) AS risk_index"})
    void asksAboutACalibratedColumn(String column) {
        assertThat(found(column, "u < v")).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
            assertThat(finding.question()).isPresent();
            assertThat(finding.message()).contains("over a wide range");
        });
    }

    @Test
    void asksAboutANamedStrongColumn() {
        assertThat(found("100 * v + 20 * u AS yhat", "100 * v"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM));
    }

    @Test
    void aScoreIsDoubtfulWhenItIsVeryStrongOrSaysNotOfWhatElse() {
        assertThat(found("100 * v + 60 * u AS bureau_score", "100 * v")).isEmpty();
        assertThat(found("100 * v + 20 * u AS bureau_score", "100 * v")).hasSize(1);
        assertThat(found("100 * v + 60 * u AS y_score", "100 * v")).hasSize(1);
        assertThat(found("100 * v + 60 * u AS score", "100 * v")).hasSize(1);
    }

    @Test
    void anAmbiguousNameIsAtMostAWarningWhateverItsForm() {
        assertThat(found("CASE WHEN u < 0.3 THEN 0.92 + 0.08 * v ELSE 0.05 * v END AS credit_score", "u < 0.3"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
                });
    }

    @Test
    void leavesWeakNamesAndHonestSharesAlone() {
        assertThat(found("v AS score", "u < 0.4 + v / 5")).isEmpty();
        assertThat(found("v AS use_of_credit", "u < 0.1 + 0.4 * v")).isEmpty();
        assertThat(found("1 - v AS saved, v AS spent", "u < 0.2 + 0.5 * v")).isEmpty();
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(found("0.5 AS proba, CAST(NULL AS DOUBLE) AS score", "u < 0.4"))
                .isEmpty();
    }

    @Test
    void proposesAlmostNothingOnNullTables() {
        int proposed = 0;
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {0, 2}) {
                proposed += new ModelPrediction()
                        .propose(NullTables.of(seed, classes))
                        .size();
            }
        }
        assertThat(proposed).isZero();
    }
}
