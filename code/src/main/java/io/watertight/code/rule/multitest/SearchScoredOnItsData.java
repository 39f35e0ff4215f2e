package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Metric;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The best score of a search is given as the result, or its settings are scored on rows that the search has seen. */
@CheckInfo(
        id = "search-scored-on-its-data",
        title = "A search is judged by the rows it has searched on",
        category = Category.FEATURE_SELECTION,
        severity = Severity.INFO)
public final class SearchScoredOnItsData implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new LinkedHashSet<>();
        for (Fit search : facts.fits()) {
            if (search.search()) {
                reported(facts, search)
                        .filter(metric -> told.add(metric.site()))
                        .ifPresent(metric -> findings.add(FindingDraft.at(Places.of(metric.site()), Confidence.HIGH)
                                .says(
                                        "The best of the scores that %s has chosen by is read, and nothing is scored on rows it has not seen.",
                                        search.simpleName())
                                .flow(new Flow(facts)
                                        .source(search.features().rows())
                                        .splits(search.features().rows())
                                        .fit(search)
                                        .step(metric.site(), "select", "the best of several scores")
                                        .steps())));
                reused(facts, search)
                        .filter(pair -> told.add(pair.score().site()))
                        .ifPresent(pair -> findings.add(FindingDraft.at(
                                        Places.of(pair.score().site()), Confidence.HIGH)
                                .severity(Severity.WARNING)
                                .says(
                                        "The settings of %s were chosen by a search that has seen the rows it is scored on.",
                                        pair.fit().simpleName())
                                .flow(new Flow(facts)
                                        .source(search.features().rows())
                                        .step(search.site(), "tune", search.simpleName() + " chooses the settings")
                                        .splits(pair.score().features().rows())
                                        .fit(pair.fit())
                                        .score(pair.score())
                                        .steps())));
            }
        }
    }

    /** The best score is read, and no model is applied to rows that the search has not seen. */
    private static Optional<Metric> reported(CodeFacts facts, Fit search) {
        boolean heldOut = facts.scores().stream()
                .anyMatch(score -> score.how() != Score.How.FOLDS
                        && (score.features().rows().isNone()
                                || facts.algebra()
                                                .overlap(
                                                        search.features().rows(),
                                                        score.features().rows())
                                        != Overlap.MUST));
        return heldOut || search.features().rows().kind() == Rows.Kind.PART
                ? Optional.empty()
                : facts.metrics().stream()
                        .filter(metric -> metric.name().equals("best_score_"))
                        .filter(metric -> metric.scores().stream()
                                .anyMatch(id -> facts.score(id)
                                        .filter(score -> score.site().equals(search.site()))
                                        .isPresent()))
                        .findFirst();
    }

    /** A model with the settings that the search chose is scored on rows that the search has seen and the model has not. */
    private static Optional<Pair> reused(CodeFacts facts, Fit search) {
        return facts.pairs().stream()
                .filter(pair -> pair.overlap() == Overlap.NO && pair.score().how() != Score.How.FOLDS)
                .filter(pair -> facts.model(pair.fit().model()).stream()
                        .flatMap(model -> model.chosen().stream())
                        .anyMatch(influence -> influence.site().equals(search.site())))
                .filter(pair -> facts.algebra()
                                .overlap(
                                        search.features().rows(),
                                        pair.score().features().rows())
                        == Overlap.MUST)
                .findFirst();
    }
}
