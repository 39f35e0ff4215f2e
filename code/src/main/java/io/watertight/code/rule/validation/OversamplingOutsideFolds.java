package io.watertight.code.rule.validation;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows are copied, or new ones made from them, before a cross-validation deals them into folds. */
@CheckInfo(
        id = "oversampling-outside-folds",
        title = "Rows are copied before they are dealt into folds",
        category = Category.DUPLICATES,
        severity = Severity.ERROR)
public final class OversamplingOutsideFolds implements Rule {

    @Override
    public String family() {
        return "validation";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Map<Optional<Span>, List<Pair>> copies = new LinkedHashMap<>();
        for (Pair pair : facts.pairs()) {
            if (pair.score().how() == Score.How.FOLDS && pair.overlap() == Overlap.COPIES && !isThinnedOut(pair)) {
                copies.computeIfAbsent(copied(pair.fit().features().rows()), unused -> new ArrayList<>())
                        .add(pair);
            }
        }
        copies.forEach((site, pairs) -> report(facts, findings, site, pairs));
    }

    /** One finding for one making of copies, however many models are scored on them. */
    private static void report(CodeFacts facts, Findings findings, Optional<Span> site, List<Pair> pairs) {
        Pair first = pairs.get(0);
        Flow flow = new Flow(facts).source(first.fit().features().rows());
        site.ifPresent(span -> flow.step(span, "resample", "rows are copied here"));
        pairs.forEach(pair -> flow.fit(pair.fit()).score(pair.score()));
        findings.add(FindingDraft.at(
                        Places.of(first.score().site()),
                        first.fit().features().is(Tag.ASSUMED) ? Confidence.MEDIUM : Confidence.HIGH)
                .says(
                        "%s is scored in folds on copies of rows it has learnt from: rows were copied before they were dealt.",
                        first.fit().simpleName())
                .flow(flow.steps()));
    }

    private static final Set<String> THINNERS = Set.of(
            "AllKNN",
            "CondensedNearestNeighbour",
            "EditedNearestNeighbours",
            "InstanceHardnessThreshold",
            "NearMiss",
            "NeighbourhoodCleaningRule",
            "OneSidedSelection",
            "RandomUnderSampler",
            "RepeatedEditedNearestNeighbours",
            "TomekLinks");

    /** Rows were only left out: none is twice. */
    private static boolean isThinnedOut(Pair pair) {
        Optional<Span> site = copied(pair.fit().features().rows());
        return pair.fit().features().influences().stream()
                .anyMatch(influence -> THINNERS.contains(influence.what())
                        && site.filter(influence.site()::equals).isPresent());
    }

    private static Optional<Span> copied(Rows rows) {
        if (rows.kind() == Rows.Kind.DUPLICATE) {
            return rows.site();
        }
        return rows.parents().stream()
                .flatMap(parent -> copied(parent).stream())
                .findFirst();
    }
}
