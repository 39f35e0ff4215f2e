package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** A loop tries settings of a model and scores each on the test rows. */
@CheckInfo(
        id = "manual-tuning-on-test",
        title = "A loop tries settings of a model on the test rows",
        category = Category.FEATURE_SELECTION,
        severity = Severity.WARNING)
public final class ManualTuningOnTest implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Trials trials : Trials.all(facts)) {
            if (trials.settings()) {
                findings.add(Reports.of(facts, trials)
                        .says(
                                "A loop tries settings of %s on these rows, and " + Reports.end(trials),
                                simple(trials.evaluations()
                                        .get(trials.evaluations().size() - 1)
                                        .name())));
            }
        }
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
