package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;
import java.util.Optional;

/**
 * The same rows are used to compare models and to report one of them, or to watch a training and to report its result; none are left
 * for an honest last word (multi-test leakage of Yang et al., ASE 2022).
 */
@CheckInfo(
        id = "test-set-reused",
        title = "The same test rows are used more than once",
        category = Category.FEATURE_SELECTION,
        severity = Severity.INFO)
public final class TestSetReused implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        boolean compared = false;
        for (Trials trials : Trials.all(facts)) {
            compared = true;
            if (!trials.settings() && trials.decision().isEmpty()) {
                findings.add(Reports.of(facts, trials)
                        .says(
                                "%d models are compared on these rows: whichever is kept, its score here is the best of several.",
                                trials.evaluations().size()));
            }
        }
        if (compared) {
            return;
        }
        Optional<Watched> watched = Watched.all(facts).stream()
                .filter(each -> !each.fit().stopsEarly())
                .findFirst();
        watched.ifPresentOrElse(
                each -> findings.add(FindingDraft.at(
                                Places.of(each.score().site()), Reports.confidence(List.of(each.score())))
                        .says(
                                "%s was watched on these rows while it was trained.",
                                each.fit().simpleName())
                        .flow(Reports.flow(facts, each.fit(), each.score()).steps())),
                () -> histories(facts, findings));
    }

    /** Trainings that are only ever watched are compared by what they show of the same rows. */
    private static void histories(CodeFacts facts, Findings findings) {
        List<Fit> compared = Watched.compared(facts);
        if (compared.isEmpty()) {
            return;
        }
        Fit second = compared.get(1);
        Flow flow = new Flow(facts).source(second.features().rows());
        compared.forEach(flow::fit);
        Confidence confidence = second.features().is(Tag.ASSUMED) ? Confidence.MEDIUM : Confidence.HIGH;
        findings.add(FindingDraft.at(Places.of(second.site()), confidence)
                .says(
                        "%d models are watched on the same rows while they are trained, and scored on no others.",
                        compared.size())
                .flow(flow.steps()));
    }
}
