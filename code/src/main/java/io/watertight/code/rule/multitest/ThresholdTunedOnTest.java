package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Loop;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Probabilities are cut where the test rows score best. */
@CheckInfo(
        id = "threshold-tuned-on-test",
        title = "A threshold is chosen on the rows that give the result",
        category = Category.FEATURE_SELECTION,
        severity = Severity.WARNING)
public final class ThresholdTunedOnTest implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Integer> reported = new LinkedHashSet<>();
        for (Decision decision : facts.decisions()) {
            boolean own = decision.kind() == Decision.Kind.THRESHOLD;
            for (int id : decision.scores()) {
                facts.score(id)
                        .filter(score -> own || isSwept(facts, id))
                        .filter(score -> Trials.isHeldOut(facts, score))
                        .filter(score -> !LastWord.isLeft(facts, List.of(score), Trials.groups(facts)))
                        .filter(score -> reported.add(id))
                        .ifPresent(score -> report(facts, findings, decision, score));
            }
        }
    }

    private static void report(CodeFacts facts, Findings findings, Decision decision, Score score) {
        Flow flow = new Flow(facts)
                .source(score.features().rows())
                .splits(score.features().rows());
        Trials.fits(facts, score).forEach(flow::fit);
        findings.add(FindingDraft.at(Places.of(decision.site()), Reports.confidence(List.of(score)))
                .says("The threshold is chosen by the score of these rows, and no other rows are left to score it on.")
                .flow(flow.score(score)
                        .step(decision.site(), "select", "the threshold is chosen")
                        .steps()));
    }

    /** Whether a loop cuts the same predictions at one threshold after another and measures each. */
    private static boolean isSwept(CodeFacts facts, int score) {
        List<Loop> around = facts.score(score).map(Score::loops).orElse(List.of());
        return facts.metrics().stream()
                .filter(metric -> metric.thresholded() && metric.scores().contains(score))
                .anyMatch(metric -> metric.loops().size() > around.size());
    }
}
