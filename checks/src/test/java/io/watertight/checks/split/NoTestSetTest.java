package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class NoTestSetTest {

    private static final String ROWS = "SELECT i % 2 AS y, random() AS x, PART AS part FROM range(100) t(i)";

    private final CheckTester tester = CheckTester.of(new NoTestSet());

    @Test
    void withoutASplitItIsSaidForInformation() {
        Finding finding =
                tester.declare("--target y").sql(ROWS.replace("PART", "1")).finding();
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aModelForTheFutureIsNotToldOfARandomSplit() {
        assertThat(tester.declare("--target y --purpose future")
                        .sql(ROWS.replace("PART", "1"))
                        .finding()
                        .message())
                .contains("temporal")
                .doesNotContain("random");
    }

    @Test
    void aStudyWithATestSetIsInnocent() {
        assertThat(tester.declare("--target y --split part")
                        .sql(ROWS.replace("PART", "CASE WHEN i < 70 THEN 'train' ELSE 'test' END"))
                        .findings())
                .isEmpty();
    }
}
