package io.watertight.code.rule.overlap;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;

/** A model is scored on rows it has learnt from. */
@CheckInfo(
        id = "scored-on-training-rows",
        title = "A model is scored on rows it has learnt from",
        category = Category.DUPLICATES,
        severity = Severity.ERROR)
public final class ScoredOnTrainingRows implements Rule {

    @Override
    public String family() {
        return "overlap";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        List<Pair> pairs = facts.pairs();
        for (Pair pair : pairs) {
            if (pair.overlap() != Overlap.MUST) {
                continue;
            }
            boolean assumed = pair.fit().features().is(Tag.ASSUMED)
                    || pair.score().features().is(Tag.ASSUMED);
            boolean heldOut = pairs.stream()
                    .anyMatch(other -> other.fit().model() == pair.fit().model() && other.overlap() == Overlap.NO);
            boolean labelled =
                    pair.fit().target().isPresent() || pair.fit().features().kind() == Gives.DATASET;
            boolean judged = facts.isJudged(pair.score());
            boolean tests = Places.isInTests(pair.score().site());
            // What comes out for one row is an example, or the beginning of a forecast; all rows one by one are an
            // evaluation.
            boolean one = pair.score().features().is(Tag.SINGLE)
                    && pair.score().features().rows() != pair.fit().features().rows();
            boolean note = heldOut || !labelled || !judged || tests || one;
            FindingDraft draft = FindingDraft.at(
                            Places.of(pair.score().site()), assumed ? Confidence.MEDIUM : Confidence.HIGH)
                    .says(words(judged, heldOut), pair.fit().simpleName())
                    .flow(new Flow(facts)
                            .source(pair.fit().features().rows())
                            .splits(pair.score().features().rows())
                            .fit(pair.fit())
                            .score(pair.score())
                            .steps());
            // Rows that are only assumed to be the same accuse nobody of an error.
            Severity severity = note ? Severity.INFO : assumed ? Severity.WARNING : Severity.ERROR;
            findings.add(draft.severity(severity));
        }
    }

    private static String words(boolean judged, boolean heldOut) {
        if (!judged) {
            return "%s predicts rows it has learnt from. No score of these predictions was seen; one would be a training score.";
        }
        return heldOut
                ? "%s is evaluated on rows it has learnt from; it is evaluated on others too, so this is its training score."
                : "%s is evaluated on rows it has learnt from.";
    }
}
