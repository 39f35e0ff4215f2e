package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** The best of several models is picked by the test rows that also give its result. */
@CheckInfo(
        id = "best-of-n-reported",
        title = "The best of several models is picked by its test score",
        category = Category.FEATURE_SELECTION,
        severity = Severity.WARNING)
public final class BestOfNReported implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Trials trials : Trials.all(facts)) {
            if (!trials.settings() && trials.decision().isPresent()) {
                findings.add(Reports.of(facts, trials)
                        .says(
                                "The best of %d models is picked by its score on these rows, and "
                                        + Reports.end(trials),
                                trials.evaluations().size()));
            }
        }
    }
}
