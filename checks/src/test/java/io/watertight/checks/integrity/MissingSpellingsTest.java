package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class MissingSpellingsTest {

    private final CheckTester tester = CheckTester.of(new MissingSpellings()).declare("--target y");

    private static String levels(String expression) {
        return "SELECT i % 2 AS y, " + expression + " AS a FROM range(400) t(i)";
    }

    @Test
    void warnsOfSeveralSpellingsInOneColumn() {
        Finding finding = tester.sql(
                        levels("CASE i % 8 WHEN 0 THEN 'N/A' WHEN 1 THEN '-' WHEN 2 THEN NULL ELSE 'x' || i % 3 END"))
                .finding();

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence().value()).isEqualTo(100);
        assertThat(finding.message()).doesNotContain("N/A");
        assertThat(finding.evidence().values()).containsEntry("a", "-, N/A");
    }

    @Test
    void informsOfASingleSpelling() {
        assertThat(tester.sql(levels("if(i % 8 = 0, 'unknown', 'x' || i % 3)"))
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void takesNoneForAnAnswerUnlessValuesAreMissingBesideIt() {
        assertThat(tester.sql(levels("if(i % 8 = 0, 'none', 'x' || i % 3)")).findings())
                .isEmpty();
        assertThat(tester.sql(levels("CASE i % 8 WHEN 0 THEN 'none' WHEN 1 THEN NULL ELSE 'x' END"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void acquitsOrdinaryWordsAndEmptyColumns() {
        assertThat(tester.sql(levels("['na klar', 'nano', 'x-y', 'nullable'][i % 4 + 1]"))
                        .findings())
                .isEmpty();
        assertThat(tester.sql(levels("NULL::VARCHAR")).findings()).isEmpty();
    }
}
