package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetCopyTest {

    private static final String CLASSES = "SELECT (i * 7) %% 3 = 0 AS y, i %% 40 AS age, %s AS x FROM range(300) t(i)";

    private static List<Finding> classes(String column) {
        return CheckTester.of(new TargetCopy())
                .sql(CLASSES.formatted(column))
                .declare("--target y")
                .findings();
    }

    private static List<Finding> numbers(String column) {
        return CheckTester.of(new TargetCopy())
                .sql("SELECT (i * 37) % 211 / 10.0 AS y, i % 40 AS age, " + column + " AS x FROM range(400) t(i)")
                .declare("--target y")
                .findings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(i * 7) % 3 = 0",
                "CASE WHEN (i * 7) % 3 = 0 THEN 'yes' ELSE 'no' END",
                "CASE WHEN (i * 7) % 3 = 0 THEN 0 ELSE 1 END",
                "CASE WHEN i % 4 = 0 THEN NULL WHEN (i * 7) % 3 = 0 THEN 'A' ELSE 'Z' END"
            })
    void findsACopyAndAnotherSpellingOfTheClasses(String column) {
        assertThat(classes(column)).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.columns()).containsExactly("x");
            assertThat(finding.fix()).isPresent();
        });
    }

    @Test
    void findsOneWordForEachOfManyClasses() {
        Finding finding = CheckTester.of(new TargetCopy())
                .sql("SELECT 'c' || (i % 5) AS y, 10 * (i % 5) AS code, i % 7 AS week FROM range(500) t(i)")
                .declare("--target y")
                .finding();
        assertThat(finding.columns()).containsExactly("code");
    }

    @Test
    void toleratesATypingErrorAndCountsIt() {
        Finding finding = CheckTester.of(new TargetCopy())
                .sql("SELECT i % 2 AS y, CASE WHEN i = 77 THEN 0 ELSE i % 2 END AS x FROM range(5000) t(i)")
                .declare("--target y")
                .finding();
        assertThat(finding.evidence().facts()).containsEntry("exceptions", 1L);
        assertThat(finding.message()).contains("1 exception in 5,000 rows");
    }

    @Test
    void leavesAStrongFeatureAlone() {
        assertThat(classes("CASE WHEN (i * 7) % 3 = 0 AND i % 50 > 0 THEN 'yes' ELSE 'no' END"))
                .isEmpty();
    }

    @Test
    void leavesConstantsAndEmptyColumnsAlone() {
        assertThat(classes("1")).isEmpty();
        assertThat(classes("CAST(NULL AS INTEGER)")).isEmpty();
        assertThat(classes("CASE WHEN (i * 7) % 3 = 0 THEN 1 END")).isEmpty();
    }

    @Test
    void asksAboutASmallTableAndIsSilentAboutATinyOne() {
        String rows = "SELECT i %% 2 AS y, i %% 2 AS x FROM range(%d) t(i)";
        CheckTester tester = CheckTester.of(new TargetCopy()).declare("--target y");
        assertThat(tester.sql(rows.formatted(8)).findings()).isEmpty();
        Finding small = tester.sql(rows.formatted(18)).finding();
        assertThat(small.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(small.question()).isPresent();
    }

    @Test
    void findsAnEqualNumberAlsoWhereItIsFilledInOnlySometimes() {
        assertThat(numbers("(i * 37) % 211 / 10.0")).hasSize(1);
        assertThat(numbers("CASE WHEN i % 3 > 0 THEN (i * 37) % 211 / 10.0 END"))
                .hasSize(1);
    }

    @Test
    void leavesANumberAloneThatIsNearTheTarget() {
        assertThat(numbers("(i * 37) % 211 / 10.0 + 0.001 * (i % 3)")).isEmpty();
        assertThat(numbers("CASE WHEN i % 9 > 0 THEN (i * 37) % 211 / 10.0 ELSE 0 END"))
                .isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            for (int classes : new int[] {0, 2, 4}) {
                assertThat(MemoryAnswers.findings(new TargetCopy(), NullTables.of(seed, classes)))
                        .as("seed %d, %d classes", seed, classes)
                        .isEmpty();
            }
        }
    }
}
