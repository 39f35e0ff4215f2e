package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Metric;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Notes where predictions are held against labels, and where a score decides. */
final class Judgements {

    private static final Set<String> CHOICES = Set.of(
            "max",
            "min",
            "amax",
            "amin",
            "nanmax",
            "nanmin",
            "argmax",
            "argmin",
            "nanargmax",
            "nanargmin",
            "argsort",
            "idxmax",
            "idxmin",
            "sort_values",
            "sort",
            "sorted",
            "nlargest",
            "nsmallest",
            "most_common");

    private final Machine machine;

    Judgements(Machine machine) {
        this.machine = machine;
    }

    /**
     * Two things are compared or subtracted: predictions with labels is a measure made by hand; predictions with a number that rests on the
     * evaluation of the same predictions is a threshold chosen on them.
     */
    Data compared(Data result, Data one, Data other, boolean order, Span span) {
        if (!one.is(Tag.PREDICTED)) {
            return other.is(Tag.PREDICTED) ? compared(result, other, one, order, span) : result;
        }
        if (other.is(Tag.PREDICTED) || one.scores().isEmpty()) {
            return result;
        }
        if (!other.rows().isNone() && !order) {
            metric("comparison", one.scores(), Optional.of(other.origins()), one.is(Tag.THRESHOLDED), span);
            return result.without(Tag.PREDICTED).with(Tag.SCORE);
        }
        if (!order || !other.rows().isNone()) {
            return result;
        }
        Set<Integer> own = new LinkedHashSet<>(one.scores());
        own.retainAll(other.scores());
        if (!own.isEmpty()) {
            decision(Decision.Kind.THRESHOLD, "a threshold chosen by the score of the same rows", own, span);
        }
        return result.with(Tag.THRESHOLDED);
    }

    /** @param labels the columns of the labels; empty if nothing is known to be labels */
    void metric(String name, Set<Integer> scores, Optional<Set<String>> labels, boolean thresholded, Span span) {
        machine.facts()
                .metric(
                        span,
                        machine.path(),
                        id -> new Metric(
                                id,
                                span,
                                name,
                                scores,
                                labels.isPresent(),
                                labels.orElse(Set.of()),
                                thresholded,
                                machine.loops()));
    }

    /** The best of several scores is a decision; the likeliest class or the highest of the predictions is none. */
    void chosen(String function, Data among, Span span) {
        String simple = function.substring(function.lastIndexOf('.') + 1);
        if (CHOICES.contains(simple)
                && among.is(Tag.SCORE)
                && !among.is(Tag.PREDICTED)
                && !among.scores().isEmpty()) {
            decision(Decision.Kind.BEST, simple + " of scores", among.scores(), span);
        }
    }

    private void decision(Decision.Kind kind, String what, Set<Integer> scores, Span span) {
        machine.facts().decision(span, id -> new Decision(id, span, kind, what, scores));
    }

    /** What a search found: its best score, which somebody looks at, or the settings it chose. */
    Value found(Estimator search, String attribute, Span span) {
        Set<Influence> chosen = new LinkedHashSet<>();
        Set<Integer> folds = new LinkedHashSet<>();
        for (int fit : search.fits()) {
            chosen.add(new Influence(
                    InfluenceKind.SCORE,
                    machine.facts().fit(fit).site(),
                    machine.facts().fit(fit).features().rows(),
                    search.simpleName(),
                    Set.of(),
                    true));
            folds.addAll(machine.facts().foldsOf(machine.facts().fit(fit)));
        }
        if (attribute.equals("best_score_") && !folds.isEmpty()) {
            metric("best_score_", folds, Optional.of(Set.of()), false, span);
        }
        return machine.make(
                Data.of(Gives.NUMBER, machine.rows().none()).with(Tag.SCORE).influenced(Sets.copy(chosen)),
                span,
                attribute);
    }
}
