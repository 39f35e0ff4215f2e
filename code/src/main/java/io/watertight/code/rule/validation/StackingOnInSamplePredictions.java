package io.watertight.code.rule.validation;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import io.watertight.code.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A second model learns from what the first predicts for its own training rows. */
@CheckInfo(
        id = "stacking-on-in-sample-predictions",
        title = "Predictions on training rows are features of another model",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.WARNING)
public final class StackingOnInSamplePredictions implements Rule {

    @Override
    public String family() {
        return "validation";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Map<Span, List<Fit>> stacks = new LinkedHashMap<>();
        Map<Span, Influence> below = new LinkedHashMap<>();
        for (Fit fit : facts.fits()) {
            fit.features().influences().stream()
                    .filter(influence -> influence.kind() == InfluenceKind.PREDICTION)
                    .filter(influence -> facts.algebra()
                                    .overlap(influence.rows(), fit.features().rows())
                            == Overlap.MUST)
                    .filter(influence -> !isOwn(facts, influence, fit))
                    .findFirst()
                    .ifPresent(influence -> {
                        below.putIfAbsent(influence.site(), influence);
                        stacks.computeIfAbsent(influence.site(), unused -> new ArrayList<>())
                                .add(fit);
                    });
        }
        stacks.forEach((site, fits) -> report(facts, findings, fits, Objects.requireNonNull(below.get(site))));
    }

    /** A model that goes on with what it predicted itself, as in boosting by hand or a forecast step by step. */
    private static boolean isOwn(CodeFacts facts, Influence influence, Fit fit) {
        return facts.fits().stream()
                .anyMatch(other -> other.site().equals(influence.site()) && other.model() == fit.model());
    }

    /** One finding for one model below, however many learn from its predictions. */
    private static void report(CodeFacts facts, Findings findings, List<Fit> fits, Influence influence) {
        Flow flow = new Flow(facts)
                .source(influence.rows())
                .step(influence.site(), "statistic", influence.what() + " learns the labels of these rows");
        for (Fit fit : fits) {
            flow.fit(fit);
            facts.scores().stream()
                    .filter(score -> score.fits().contains(fit.id()))
                    .forEach(flow::score);
        }
        Fit first = fits.get(0);
        findings.add(FindingDraft.at(
                        Places.of(first.site()),
                        first.features().is(Tag.ASSUMED) ? Confidence.MEDIUM : Confidence.HIGH)
                .says(
                        "%s learns from what %s predicts for rows whose labels it has seen; on new rows those predictions are worse.",
                        first.simpleName(), influence.what())
                .flow(flow.steps()));
    }
}
