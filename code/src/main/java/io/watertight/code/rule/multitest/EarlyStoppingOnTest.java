package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that give the result decide when the training stops, or which weights are kept. */
@CheckInfo(
        id = "early-stopping-on-test",
        title = "The test rows decide when the training stops",
        category = Category.FEATURE_SELECTION,
        severity = Severity.WARNING)
public final class EarlyStoppingOnTest implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new LinkedHashSet<>();
        for (Watched watched : Watched.all(facts)) {
            if (watched.fit().stopsEarly()
                    && facts.isJudged(watched.score())
                    && told.add(watched.fit().site())) {
                findings.add(
                        FindingDraft.at(Places.of(watched.fit().site()), Reports.confidence(List.of(watched.score())))
                                .says(
                                        "%s stops, or keeps its weights, by rows that then give its result.",
                                        watched.fit().simpleName())
                                .flow(Reports.flow(facts, watched.fit(), watched.score())
                                        .step(watched.fit().site(), "tune", "the evaluated rows decide when to stop")
                                        .steps()));
            }
        }
    }
}
