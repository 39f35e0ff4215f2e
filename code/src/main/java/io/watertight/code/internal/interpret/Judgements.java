package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Metric;
import io.watertight.code.fact.Score;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Notes where predictions are held against labels, and where a score decides. */
final class Judgements {

    /** The measure of those who subtract or compare by hand. */
    static final String COMPARISON = "comparison";

    /** Measures that are a table or a curve: nobody chooses by their maximum. */
    private static final Pattern TABLES = Pattern.compile("matrix|report|curve|crosstab");

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
            metric(COMPARISON, one.scores(), Optional.of(other.origins()), one.is(Tag.THRESHOLDED), span);
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

    /** A measure is given predictions and labels, in whatever order; a table or a curve is no number that anybody chooses by. */
    Data measured(String name, List<Value> given, Span span) {
        Data all = Data.of(Gives.NUMBER, machine.rows().none());
        Optional<Data> truth = Optional.empty();
        boolean cut = false;
        for (Value value : given) {
            Data data = machine.data(value);
            if (data.scores().isEmpty() && !data.rows().isNone()) {
                Set<String> before = truth.map(Data::origins).orElse(Set.of());
                truth = Optional.of(data.withOrigins(Sets.union(before, data.origins())));
            }
            cut |= data.is(Tag.THRESHOLDED);
            all = all.withScores(data.scores());
        }
        if (!all.scores().isEmpty()) {
            metric(name, all.scores(), truth.map(Data::origins), cut, span);
            Optional<Rows> rows = truth.map(Data::rows);
            all.scores().forEach(score -> rows.ifPresent(labelled -> found(score, labelled)));
        }
        return TABLES.matcher(name).find() ? all : all.with(Tag.SCORE);
    }

    /**
     * A forecast is given no rows, or the last ones before those it is of; it is of those that it is held against. Not so if a loop
     * forecasts for one after the other with a model for each.
     */
    private void found(int id, Rows labelled) {
        machine.facts()
                .score(id)
                .filter(score -> isForecast(score, labelled))
                .ifPresent(score -> machine.facts().found(id, labelled));
    }

    private boolean isForecast(Score score, Rows labelled) {
        Rows given = score.features().rows();
        if (given.isNone()) {
            return score.features().kind() == Gives.NOTHING && score.loops().equals(machine.loops());
        }
        return given.root() == labelled.root() && machine.facts().algebra().overlap(given, labelled) == Overlap.NO;
    }

    /** {@code torch.eq(predictions, labels)}: the two as a function or method compares them; empty if neither is predicted. */
    Optional<Value> held(List<Value> given, Span span) {
        List<Data> compared = given.stream().map(machine::data).toList();
        boolean predicted =
                compared.size() >= 2 && compared.subList(0, 2).stream().anyMatch(data -> data.is(Tag.PREDICTED));
        if (!predicted) {
            return Optional.empty();
        }
        Data one = compared.get(0);
        Data other = compared.get(1);
        return Optional.of(machine.make(
                compared(one.withScores(other.scores()).picking(Optional.empty()), one, other, false, span), span));
    }

    /** Predictions are drawn beside the labels that their model was to learn: somebody sees how good they are. */
    void shown(String name, List<Data> drawn, Span span) {
        Set<String> others = new LinkedHashSet<>();
        drawn.stream().filter(data -> data.scores().isEmpty()).forEach(data -> others.addAll(data.origins()));
        for (Data data : drawn) {
            boolean labelled = data.is(Tag.PREDICTED)
                    && data.scores().stream()
                            .flatMap(id -> machine.facts().score(id).stream())
                            .flatMap(score -> score.fits().stream())
                            .flatMap(fit -> machine.facts().fit(fit).target().stream())
                            .anyMatch(target -> target.origins().stream().anyMatch(others::contains));
            if (labelled) {
                metric(name, data.scores(), Optional.of(others), data.is(Tag.THRESHOLDED), span);
            }
        }
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

    /** The best of several scores is a decision; the likeliest class, the highest of the predictions or the smallest residual is none. */
    void chosen(String function, Data among, Span span) {
        String simple = function.substring(function.lastIndexOf('.') + 1);
        if (CHOICES.contains(simple)
                && among.is(Tag.SCORE)
                && (among.rows().isNone() || isAsked(among))
                && !among.is(Tag.PREDICTED)
                && !among.scores().isEmpty()) {
            decision(Decision.Kind.BEST, simple + " of scores", among.scores(), span);
        }
    }

    /** Answers of a model that nobody trained here are counted case by case: such a count has the rows of its cases, and is no residual. */
    private boolean isAsked(Data among) {
        return among.scores().stream()
                .flatMap(id -> machine.facts().score(id).stream())
                .anyMatch(score -> score.fits().isEmpty());
    }

    /** The settings that score best are kept. */
    void best(String what, Set<Integer> scores, Span span) {
        if (!scores.isEmpty()) {
            decision(Decision.Kind.BEST, what, scores, span);
        }
    }

    private void decision(Decision.Kind kind, String what, Set<Integer> scores, Span span) {
        machine.facts().decision(span, id -> new Decision(id, span, kind, what, scores, machine.loops()));
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
