package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditOptions;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.core.engine.Resources;
import io.watertight.testkit.CheckTester;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TargetEncodedTest {

    private static final String BASE = "(SELECT i, (random() < 0.4)::INT AS y, 'k' || (i * 7919) % 160 AS key,"
            + " CASE WHEN i % 3 = 0 THEN 'test' ELSE 'train' END AS half FROM range(800) t(i))";

    private static List<Finding> found(String encoding, String flags) {
        return CheckTester.of(new TargetEncoded())
                .sql("SELECT *, " + encoding + " AS te FROM " + BASE)
                .declare("--target y --ignore i " + flags)
                .findings();
    }

    @Test
    void findsMeansOverTrainingAndTestTogether() {
        assertThat(found("avg(y) OVER (PARTITION BY key)", "--split half"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.columns()).containsExactly("te");
                    assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).contains("saw the test labels");
                });
    }

    @Test
    void tellsMeansOverTheTrainingRowsApart() {
        assertThat(found("avg(y) FILTER (WHERE half = 'train') OVER (PARTITION BY key)", "--split half"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("over the training rows");
                });
    }

    @Test
    void findsMeansWithoutASplitAndWithoutTheirKey() {
        assertThat(found("avg(y) OVER (PARTITION BY key)", "--ignore half")).hasSize(1);
        assertThat(found(
                        "(sum(y) OVER (PARTITION BY key) - y) / nullif(count(*) OVER (PARTITION BY key) - 1, 0)",
                        "--ignore half"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("other rows"));
    }

    @Test
    void findsMeansOfANumber() {
        List<Finding> findings = CheckTester.of(new TargetEncoded())
                .sql(
                        "SELECT *, avg(y) OVER (PARTITION BY key) AS te FROM (SELECT 10 * random() AS y, 'k' || i % 90 AS key,"
                                + " random() AS u FROM range(900) t(i))")
                .declare("--target y")
                .findings();
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("te"));
    }

    @Test
    void findsMeansOfLargeGroupsThatDifferByLuckAloneInATableBeyondTheSample() {
        AuditOptions few = new AuditOptions(
                Set.of(),
                Set.of(),
                Optional.empty(),
                AuditOptions.DEFAULT.seed(),
                OptionalInt.of(4_000),
                Resources.DEFAULT,
                Optional.empty(),
                Optional.empty());
        assertThat(CheckTester.of(new TargetEncoded())
                        .with(few)
                        .sql(
                                "SELECT *, avg(y) OVER (PARTITION BY key) AS te, (hash(key) % 97) / 97.0 AS rate FROM"
                                        + " (SELECT (random() < 0.4)::INT AS y, 'k' || (i * 7919) % 100 AS key FROM range(60000) t(i))")
                        .declare("--target y")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("te"));
    }

    @Test
    void leavesCrossFittedMeansAndPlainRatesAlone() {
        String fold = "avg(y) OVER (PARTITION BY key, i % 2)";
        assertThat(found(
                        "(sum(y) OVER (PARTITION BY key) - sum(y) OVER (PARTITION BY key, i % 2))"
                                + " / nullif(count(*) OVER (PARTITION BY key) - count(*) OVER (PARTITION BY key, i % 2), 0) + 0 * "
                                + fold,
                        "--ignore half"))
                .isEmpty();
        assertThat(found("(hash(key) % 1000) / 1000.0", "--ignore half")).isEmpty();
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(found("0.5", "--ignore half")).isEmpty();
        assertThat(found("CAST(NULL AS DOUBLE)", "--ignore half")).isEmpty();
    }

    @Test
    void proposesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {0, 2}) {
                assertThat(new TargetEncoded().propose(NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
