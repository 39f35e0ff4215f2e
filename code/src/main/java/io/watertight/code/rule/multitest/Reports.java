package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Severity;
import java.util.List;

/** What the findings of this package share: the way from the rows over the trials to the choice. */
final class Reports {

    private static final int MOST_TRIALS = 12;

    private Reports() {}

    static FindingDraft of(CodeFacts facts, Trials trials) {
        List<Score> shown = trials.evaluations()
                .subList(0, Math.min(MOST_TRIALS, trials.evaluations().size()));
        Score offending = shown.get(Math.min(1, shown.size() - 1));
        Flow flow = new Flow(facts)
                .source(offending.features().rows())
                .splits(offending.features().rows());
        for (Score score : shown) {
            Trials.fits(facts, score).forEach(flow::fit);
            flow.score(score);
        }
        trials.decision().ifPresent(decision -> flow.step(decision.site(), "select", decision.what()));
        FindingDraft draft =
                FindingDraft.at(Places.of(offending.site()), confidence(shown)).flow(flow.steps());
        return trials.isValidation() ? draft.severity(Severity.INFO) : draft;
    }

    static String end(Trials trials) {
        return trials.isValidation()
                ? "the rows that were set aside before are not used for a last word."
                : "no other rows are left to score it on.";
    }

    static Flow flow(CodeFacts facts, Fit fit, Score score) {
        return new Flow(facts)
                .source(score.features().rows())
                .splits(score.features().rows())
                .fit(fit)
                .score(score);
    }

    static Confidence confidence(List<Score> scores) {
        return scores.stream().anyMatch(score -> score.features().is(Tag.ASSUMED))
                ? Confidence.MEDIUM
                : Confidence.HIGH;
    }
}
