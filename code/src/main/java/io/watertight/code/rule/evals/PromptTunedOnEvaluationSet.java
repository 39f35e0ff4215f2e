package io.watertight.code.rule.evals;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;

/** The best of several prompts, models or settings is kept by its score on the evaluation set. */
@CheckInfo(
        id = "prompt-tuned-on-evaluation-set",
        title = "A prompt is chosen by the evaluation set that gives its score",
        category = Category.FEATURE_SELECTION,
        severity = Severity.WARNING)
public final class PromptTunedOnEvaluationSet implements Rule {

    /** One loop over the prompts and one over the cases. */
    private static final int LOOPS = 2;

    @Override
    public String family() {
        return "evals";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        List<Asked> all = Asked.all(facts);
        for (Decision decision : facts.decisions()) {
            all.stream()
                    .filter(asked -> decision.scores().contains(asked.score().id()))
                    .filter(asked -> asked.score().loops().size() >= LOOPS && !isOfOneCase(decision, asked.score()))
                    .filter(asked -> all.stream().noneMatch(other -> other.isApartFrom(facts, asked)))
                    .findFirst()
                    .ifPresent(asked -> findings.add(FindingDraft.at(Places.of(decision.site()), Confidence.MEDIUM)
                            .says(
                                    "What scores best on the evaluation set is kept, and no other cases are left to score it on.")
                            .flow(new Flow(facts)
                                    .source(asked.shown().get(0))
                                    .step(asked.score().site(), "score", "the model is asked about these cases")
                                    .step(decision.site(), "select", decision.what())
                                    .steps())));
        }
    }

    /** Whether each case is decided about on its own, as hits are counted: what is chosen by all cases is chosen after them. */
    private static boolean isOfOneCase(Decision decision, Score score) {
        return decision.loops().contains(score.loops().get(score.loops().size() - 1));
    }
}
