package io.watertight.code.rule.evals;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Examples in the prompt come from the rows that the answers are measured on. */
@CheckInfo(
        id = "evaluation-set-in-prompt",
        title = "Examples in the prompt come from the evaluation set",
        category = Category.DUPLICATES,
        severity = Severity.WARNING)
public final class EvaluationSetInPrompt implements Rule {

    @Override
    public String family() {
        return "evals";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Asked asked : Asked.all(facts)) {
            asked.example(facts)
                    .ifPresent(example -> findings.add(FindingDraft.at(
                                    Places.of(asked.score().site()), Confidence.MEDIUM)
                            .says("The prompt shows examples of the rows that the answers are then measured on.")
                            .flow(new Flow(facts)
                                    .source(example)
                                    .step(
                                            example.site().orElse(asked.score().site()),
                                            "features",
                                            "these rows are shown as examples")
                                    .step(asked.score().site(), "score", "the model is asked about the same rows")
                                    .steps())));
        }
    }
}
