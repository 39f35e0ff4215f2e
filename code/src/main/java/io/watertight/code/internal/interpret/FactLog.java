package io.watertight.code.internal.interpret;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Grouping;
import io.watertight.code.fact.Loop;
import io.watertight.code.fact.Lost;
import io.watertight.code.fact.Metric;
import io.watertight.code.fact.Model;
import io.watertight.code.fact.Score;
import io.watertight.code.fact.Split;
import io.watertight.code.fact.Trade;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.RowAlgebra;
import io.watertight.code.value.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Collects facts. A fact that is met again, in the second round of a loop, keeps its number and is replaced. */
final class FactLog {

    private record Key(String kind, Span site, Object what) {}

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Integer, Split> splits = new LinkedHashMap<>();
    private final Map<Integer, Model> models = new LinkedHashMap<>();
    private final Map<Integer, Fit> fits = new LinkedHashMap<>();
    private final Map<Integer, Score> scores = new LinkedHashMap<>();
    private final Map<Integer, Metric> metrics = new LinkedHashMap<>();
    private final Map<Integer, Decision> decisions = new LinkedHashMap<>();
    private final Map<Integer, Grouping> groupings = new LinkedHashMap<>();
    private final Map<Integer, Trade> trades = new LinkedHashMap<>();
    private final Set<Influence> influences = new LinkedHashSet<>();
    private final Map<Span, Lost> lost = new LinkedHashMap<>();
    private final RowAlgebra algebra = new RowAlgebra();

    RowAlgebra algebra() {
        return algebra;
    }

    private int number(String kind, Span site, Object what) {
        return numbers.computeIfAbsent(new Key(kind, site, what), unused -> numbers.size() + 1);
    }

    int split(Span site, Object what, IntFunction<Split> fact) {
        int id = number("split", site, what);
        splits.put(id, fact.apply(id));
        return id;
    }

    Optional<Split> split(String key) {
        return splits.values().stream().filter(split -> split.key().equals(key)).findFirst();
    }

    int fit(Span site, Object what, IntFunction<Fit> fact) {
        int id = number("fit", site, what);
        fits.put(id, fact.apply(id));
        return id;
    }

    int score(Span site, Object what, IntFunction<Score> fact) {
        int id = number("score", site, what);
        scores.put(id, fact.apply(id));
        return id;
    }

    void metric(Span site, Object what, IntFunction<Metric> fact) {
        int id = number("metric", site, what);
        metrics.put(id, fact.apply(id));
    }

    /** What looked like a comparison made residuals, which another model learns. */
    void residuals(Set<Integer> scores) {
        metrics.values()
                .removeIf(metric -> metric.name().equals(Judgements.COMPARISON) && scores.containsAll(metric.scores()));
    }

    void decision(Span site, IntFunction<Decision> fact) {
        int id = number("decision", site, "");
        decisions.put(id, fact.apply(id));
    }

    void model(Model model) {
        models.put(model.id(), model);
    }

    /** The evaluations in folds that belong to the fit of a search. */
    List<Integer> foldsOf(Fit search) {
        return scores.values().stream()
                .filter(score -> score.how() == Score.How.FOLDS
                        && score.model() == search.model()
                        && score.site().equals(search.site()))
                .map(Score::id)
                .toList();
    }

    void grouping(Span site, IntFunction<Grouping> fact) {
        int id = number("grouping", site, "");
        groupings.put(id, fact.apply(id));
    }

    int trade(Span site, Object what, IntFunction<Trade> fact) {
        int id = number("trade", site, what);
        Trade made = fact.apply(id);
        Trade before = trades.get(id);
        trades.put(id, before == null ? made : made.known(before.evidence()));
        return id;
    }

    /** What is now known of trades: that they are a strategy's results. */
    void traded(Set<Integer> earned, Trade.Evidence evidence) {
        earned.forEach(id -> trades.computeIfPresent(id, (number, trade) -> trade.known(evidence)));
    }

    void influence(Influence influence) {
        influences.add(influence);
    }

    void lost(Span site, String reason) {
        lost.putIfAbsent(site, new Lost(site, reason));
    }

    Fit fit(int id) {
        Fit fit = fits.get(id);
        if (fit == null) {
            throw new IllegalArgumentException("no fit " + id);
        }
        return fit;
    }

    Optional<Score> score(int id) {
        return Optional.ofNullable(scores.get(id));
    }

    /** The rows of an evaluation that did not say which they are. */
    void found(int score, Rows rows) {
        scores.computeIfPresent(
                score,
                (id, known) -> new Score(
                        id,
                        known.site(),
                        known.model(),
                        known.name(),
                        known.fits(),
                        known.features().withRows(rows),
                        known.target(),
                        known.how(),
                        known.path(),
                        known.loops()));
    }

    /** A language model that a function asks was asked row by row. */
    void asked(int score, Rows rows, Loop each) {
        scores.computeIfPresent(score, (id, known) -> {
            Data features = known.features().withRows(rows);
            List<Loop> loops = new ArrayList<>(known.loops());
            loops.add(each);
            return new Score(
                    id,
                    known.site(),
                    known.model(),
                    known.name(),
                    known.fits(),
                    features.influenced(AskCalls.shown(features, known.site())),
                    known.target(),
                    known.how(),
                    known.path(),
                    loops);
        });
    }

    /** What looked like an evaluation was part of a training. */
    void forget(int score) {
        scores.remove(score);
    }

    CodeFacts facts() {
        return new CodeFacts(
                new ArrayList<>(splits.values()),
                new ArrayList<>(models.values()),
                new ArrayList<>(fits.values()),
                new ArrayList<>(scores.values()),
                new ArrayList<>(metrics.values()),
                new ArrayList<>(decisions.values()),
                new ArrayList<>(groupings.values()),
                new ArrayList<>(influences),
                new ArrayList<>(trades.values()),
                new ArrayList<>(lost.values()),
                algebra);
    }
}
