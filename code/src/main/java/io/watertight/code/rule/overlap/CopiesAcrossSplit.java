package io.watertight.code.rule.overlap;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Overlap;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Copies of rows are in training and evaluation. */
@CheckInfo(
        id = "copies-across-split",
        title = "Copies of rows are in training and evaluation",
        category = Category.DUPLICATES,
        severity = Severity.ERROR)
public final class CopiesAcrossSplit implements Rule {

    @Override
    public String family() {
        return "overlap";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Pair pair : facts.pairs()) {
            if (pair.overlap() == Overlap.COPIES && pair.score().how() != Score.How.FOLDS) {
                findings.add(FindingDraft.at(Places.of(pair.score().site()), Confidence.HIGH)
                        .says(
                                "%s is evaluated on copies of rows it has learnt from: rows were repeated before the split.",
                                pair.fit().simpleName())
                        .flow(new Flow(facts)
                                .source(pair.fit().features().rows())
                                .splits(pair.score().features().rows())
                                .fit(pair.fit())
                                .score(pair.score())
                                .steps()));
            }
        }
    }
}
