package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;

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
        Watched.all(facts).stream()
                .filter(watched -> !watched.fit().stopsEarly())
                .findFirst()
                .ifPresent(watched -> findings.add(
                        FindingDraft.at(Places.of(watched.score().site()), Reports.confidence(List.of(watched.score())))
                                .says(
                                        "%s was watched on these rows while it was trained.",
                                        watched.fit().simpleName())
                                .flow(Reports.flow(facts, watched.fit(), watched.score())
                                        .steps())));
    }
}
