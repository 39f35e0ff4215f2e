package io.watertight.code.rule.target;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Data;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.Optional;

/** A model learns from labels of rows that it is then scored on. */
@CheckInfo(
        id = "test-labels-in-training",
        title = "Labels of the test rows are in the training",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR)
public final class TestLabelsInTraining implements Rule {

    @Override
    public String family() {
        return "target";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Pair pair : facts.pairs()) {
            Optional<Data> labels = pair.fit().target();
            boolean leaks = pair.overlap() == Overlap.NO
                    && pair.score().how() != Score.How.FOLDS
                    && labels.isPresent()
                    && !labels.get().is(Tag.ASSUMED)
                    && !pair.fit().features().is(Tag.ASSUMED)
                    && !pair.score().features().is(Tag.ASSUMED)
                    && facts.algebra()
                                    .overlap(
                                            labels.get().rows(),
                                            pair.score().features().rows())
                            == Overlap.MUST;
            if (leaks) {
                findings.add(FindingDraft.at(Places.of(pair.fit().site()), Confidence.HIGH)
                        .says(
                                "%s learns labels of rows that it is then scored on.",
                                pair.fit().simpleName())
                        .flow(new Flow(facts)
                                .source(labels.get().rows())
                                .splits(pair.score().features().rows())
                                .fit(pair.fit())
                                .score(pair.score())
                                .steps()));
            }
        }
    }
}
