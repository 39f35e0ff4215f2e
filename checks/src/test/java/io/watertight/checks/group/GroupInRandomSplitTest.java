package io.watertight.checks.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class GroupInRandomSplitTest {

    private static final String ROWS =
            "SELECT KEY AS patient, random() AS x, (random() < 0.4)::INT AS y FROM range(500) t(i)";

    private final CheckTester tester = CheckTester.of(new GroupInRandomSplit()).declare("--target y --group patient");

    @Test
    void aDeclaredGroupSaysWhichSplitIsNeeded() {
        Finding finding = tester.sql(ROWS.replace("KEY", "i % 50")).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).contains("500 of 500 rows").contains("50 groups");
    }

    @Test
    void innocentGroupsOfOneRowAreNotCut() {
        CheckResult result = tester.sql(ROWS.replace("KEY", "i")).result();
        assertThat(result.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("no two rows"));
    }

    @Test
    void withThePurposeOfMoreRowsItIsForInformation() {
        assertThat(tester.declare("--target y --group patient --purpose rows")
                        .sql(ROWS.replace("KEY", "i % 50"))
                        .finding()
                        .severity())
                .isEqualTo(Severity.INFO);
    }
}
