package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Verdict;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTextTest {

    private final AuditReport sample = new SampleReport().build();

    @Test
    void notValidNamesTheFindingsThatDecide() {
        assertThat(VerdictText.of(sample).sentence())
                .startsWith(
                        "NOT VALID for any model that uses the columns of findings 1 and 2. No score is to be believed"
                                + " before finding 3 is mended.");
    }

    @Test
    void aSplitThatLeaksSpoilsEveryScore() {
        AuditReport split = with(Verdict.NOT_VALID, List.of(sample.findings().get(2)), sample.checks());

        assertThat(VerdictText.of(split).sentence()).startsWith("NOT VALID for any score before finding 1 is mended.");
    }

    @Test
    void aSuspicionIsNoLeakFoundButNotInnocenceEither() {
        AuditReport suspicion =
                with(Verdict.UNDECIDED, List.of(sample.findings().get(3)), List.of());

        assertThat(VerdictText.of(suspicion).sentence())
                .isEqualTo("NOT DECIDED: finding 1 is not settled; 2 questions open. 1 finding accepted by a person.");
    }

    @Test
    void withoutFindingsItSaysWhatIsOpenAndWhatFailed() {
        assertThat(VerdictText.of(with(Verdict.UNDECIDED, List.of(), sample.checks()))
                        .sentence())
                .isEqualTo("NO LEAK FOUND, 2 questions open. 1 check failed. 1 finding accepted by a person.");
    }

    @Test
    void validIsSaidOnlyAsFarAsDeclared() {
        assertThat(VerdictText.of(with(Verdict.VALID, List.of(), List.of())).sentence())
                .startsWith("VALID as far as declared: every check ran");
    }

    private AuditReport with(Verdict verdict, List<Finding> findings, List<CheckResult> checks) {
        return new AuditReport(
                verdict,
                sample.view(),
                sample.statistics(),
                findings,
                sample.accepted(),
                sample.questions(),
                checks,
                sample.strengths(),
                sample.provenance());
    }
}
