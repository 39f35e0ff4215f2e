package io.watertight.code.fact;

import io.watertight.code.value.Influence;
import io.watertight.code.value.RowAlgebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a program does with data, as far as the rules need it, in the order in which it happens. Immutable but for the memory of the
 * algebra; not thread-safe.
 */
public final class CodeFacts {

    private final List<Split> splits;
    private final List<Model> models;
    private final List<Fit> fits;
    private final List<Score> scores;
    private final List<Metric> metrics;
    private final List<Decision> decisions;
    private final List<Grouping> groupings;
    private final List<Influence> influences;
    private final List<Trade> trades;
    private final List<Lost> lost;
    private final RowAlgebra algebra;
    private final Map<Integer, Model> modelsById;
    private final Map<Integer, Fit> fitsById;
    private final Map<Integer, Score> scoresById;
    private final Map<String, Split> splitsByKey;
    private final Set<Integer> looked = new HashSet<>();
    private final Set<Integer> measured = new HashSet<>();
    private Optional<List<Pair>> pairs = Optional.empty();

    public CodeFacts(
            List<Split> splits,
            List<Model> models,
            List<Fit> fits,
            List<Score> scores,
            List<Metric> metrics,
            List<Decision> decisions,
            List<Grouping> groupings,
            List<Influence> influences,
            List<Trade> trades,
            List<Lost> lost,
            RowAlgebra algebra) {
        this.splits = List.copyOf(splits);
        this.models = List.copyOf(models);
        this.fits = List.copyOf(fits);
        this.scores = List.copyOf(scores);
        this.metrics = List.copyOf(metrics);
        this.decisions = List.copyOf(decisions);
        this.groupings = List.copyOf(groupings);
        this.influences = List.copyOf(influences);
        this.trades = List.copyOf(trades);
        this.lost = List.copyOf(lost);
        this.algebra = algebra;
        modelsById = by(models, Model::id);
        fitsById = by(fits, Fit::id);
        scoresById = by(scores, Score::id);
        splitsByKey = by(splits, Split::key);
        for (Metric metric : metrics) {
            looked.addAll(metric.scores());
            if (metric.truth()) {
                measured.addAll(metric.scores());
            }
        }
    }

    /** The first of those with one key. */
    private static <K, T> Map<K, T> by(List<T> facts, Function<T, K> key) {
        Map<K, T> map = new HashMap<>();
        facts.forEach(fact -> map.putIfAbsent(key.apply(fact), fact));
        return map;
    }

    public List<Split> splits() {
        return splits;
    }

    public List<Model> models() {
        return models;
    }

    public List<Fit> fits() {
        return fits;
    }

    public List<Score> scores() {
        return scores;
    }

    public List<Metric> metrics() {
        return metrics;
    }

    public List<Decision> decisions() {
        return decisions;
    }

    public List<Grouping> groupings() {
        return groupings;
    }

    public List<Influence> influences() {
        return influences;
    }

    public List<Trade> trades() {
        return trades;
    }

    public List<Lost> lost() {
        return lost;
    }

    public RowAlgebra algebra() {
        return algebra;
    }

    /** The making of the model that a fit or an evaluation names. */
    public Optional<Model> model(int id) {
        return Optional.ofNullable(modelsById.get(id));
    }

    public Optional<Fit> fit(int id) {
        return Optional.ofNullable(fitsById.get(id));
    }

    public Optional<Score> score(int id) {
        return Optional.ofNullable(scoresById.get(id));
    }

    public Optional<Split> split(String key) {
        return Optional.ofNullable(splitsByKey.get(key));
    }

    /** Every fit with every evaluation of its result, in the order of the program. */
    public List<Pair> pairs() {
        if (pairs.isEmpty()) {
            List<Pair> all = new ArrayList<>();
            for (Score score : scores) {
                for (int id : score.fits()) {
                    fit(id).ifPresent(fit -> all.add(new Pair(
                            fit,
                            score,
                            algebra.overlap(
                                    fit.features().rows(), score.features().rows()))));
                }
            }
            pairs = Optional.of(List.copyOf(all));
        }
        return pairs.get();
    }

    /** Whether somebody gets to see how good the model is: a prediction alone may be drawn or saved. */
    public boolean isJudged(Score score) {
        return score.how() != Score.How.PREDICT || looked.contains(score.id());
    }

    /** Whether it is scored at once, or its predictions are held against what is known to be labels. */
    public boolean isMeasured(Score score) {
        return score.how() == Score.How.SCORE || measured.contains(score.id());
    }
}
