package io.watertight.code.rule.overlap;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.fact.Split;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Data;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.Optional;

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
        if (facts.fits().isEmpty()) {
            facts.splits().stream()
                    .filter(CopiesAcrossSplit::isForModels)
                    .forEach(split -> beforeSplit(facts, split, findings));
        }
    }

    /** Whether rows are dealt so that models learn from some of them: cutting a tensor at positions, as layers do, is no such thing. */
    private static boolean isForModels(Split split) {
        return split.shuffles() || split.folds() || split.name().equals("train_test_split");
    }

    /** Code that ends with a split, and leaves the model to others. */
    private static void beforeSplit(CodeFacts facts, Split split, Findings findings) {
        split.parents().stream()
                .map(Data::rows)
                .flatMap(rows -> repeated(rows).stream())
                .findFirst()
                .ifPresent(copies -> findings.add(FindingDraft.at(Places.of(split.site()), Confidence.MEDIUM)
                        .says(
                                "%s deals rows after some were repeated: copies of one row come to lie on both sides.",
                                split.name())
                        .flow(new Flow(facts)
                                .source(copies)
                                .step(copies.site().orElse(split.site()), "resample", "rows are copied here")
                                .step(split.site(), "split", "the rows are split here")
                                .steps())));
    }

    private static Optional<Rows> repeated(Rows rows) {
        return rows.kind() == Rows.Kind.DUPLICATE
                ? Optional.of(rows)
                : rows.parents().stream()
                        .flatMap(parent -> repeated(parent).stream())
                        .findFirst();
    }
}
