package io.watertight.code.rule.split;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Split;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model that was tested learns from all rows, and is scored on the test rows once more. */
@CheckInfo(
        id = "refit-on-test",
        title = "A model learns from the test rows, too, and is scored on them again",
        category = Category.DUPLICATES,
        severity = Severity.ERROR)
public final class RefitOnTest implements Rule {

    @Override
    public String family() {
        return "overlap";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        List<Pair> pairs = facts.pairs();
        Set<Span> told = new HashSet<>();
        for (Pair pair : pairs) {
            boolean again = pair.overlap() == Overlap.MUST
                    && !pair.fit().folds()
                    && learnsFromMore(facts, pair)
                    && facts.isJudged(pair.score())
                    && pairs.stream().anyMatch(other -> isHonest(other, pair));
            if (again && told.add(pair.fit().site())) {
                boolean assumed = pair.fit().features().is(Tag.ASSUMED)
                        || pair.score().features().is(Tag.ASSUMED);
                findings.add(FindingDraft.at(
                                Places.of(pair.fit().site()), assumed ? Confidence.MEDIUM : Confidence.HIGH)
                        .says(
                                "%s learns from all rows after it was tested, and is then scored on the same test rows (line %d): that score is one of training.",
                                pair.fit().simpleName(), pair.score().site().line())
                        .flow(new Flow(facts)
                                .source(pair.fit().features().rows())
                                .splits(pair.score().features().rows())
                                .fit(pair.fit())
                                .score(pair.score())
                                .steps()));
            }
        }
    }

    /** The scored rows are the test side of a split, and the model has learnt from both sides. */
    private static boolean learnsFromMore(CodeFacts facts, Pair pair) {
        Rows test = pair.score().features().rows();
        Rows learnt = pair.fit().features().rows();
        return test.parts().stream()
                .filter(part -> part.side() > 0
                        && facts.split(part.key())
                                .filter(split -> !split.folds())
                                .map(Split::key)
                                .isPresent())
                .anyMatch(part -> learnt != part
                        && facts.algebra().within(test, learnt)
                        && !facts.algebra().within(learnt, part));
    }

    /** The same kind of model was scored before on the same rows, without having learnt from them. */
    private static boolean isHonest(Pair before, Pair again) {
        Fit first = before.fit();
        return before.overlap() == Overlap.NO
                && first.id() < again.fit().id()
                && first.name().equals(again.fit().name())
                && before.score().features().rows() == again.score().features().rows();
    }
}
