package io.watertight.ml.search;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.search.SearchTrace.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among learners by their mean score on inner folds of the training rows, then fits the choice on all of these. Whoever scores it
 * on rows it has not seen has nested resampling: the choice is part of what is judged (Varma and Simon, BMC Bioinformatics 7, 2006).
 *
 * <p>A candidate that fails on an inner fold is out, with its reason in the trace. Immutable; thread-safe.
 */
public final class Tuned extends Learner {

    private final String name;
    private final List<? extends Learner> candidates;
    private final Splitter inner;
    private final Measure measure;
    private final Strategy strategy;
    private final boolean simplest;

    /** How much of the candidates is tried, and on how many rows. */
    sealed interface Strategy {

        /** Every candidate on all inner training rows. */
        record Grid() implements Strategy {}

        /** Some of the candidates, drawn with the seed of the fit. */
        record Random(int draws) implements Strategy {}

        /** All on few rows, the better part on more (Jamieson and Talwalkar, AISTATS 2016). */
        record Halving(int factor) implements Strategy {}
    }

    private Tuned(
            String name,
            List<? extends Learner> candidates,
            Splitter inner,
            Measure measure,
            Strategy strategy,
            boolean simplest) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there is no candidate for '" + name + "'");
        }
        this.name = name;
        this.candidates = List.copyOf(candidates);
        this.inner = inner;
        this.measure = measure;
        this.strategy = strategy;
        this.simplest = simplest;
    }

    /**
     * Tries every candidate.
     *
     * @param candidates with different names, simplest first
     * @param inner deals the training rows; with declared groups it must keep them together
     */
    public static Tuned grid(String name, List<? extends Learner> candidates, Splitter inner, Measure measure) {
        return new Tuned(name, candidates, inner, measure, new Strategy.Grid(), false);
    }

    /** Tries {@code draws} candidates drawn at random without repetition. */
    public static Tuned random(
            String name, List<? extends Learner> candidates, int draws, Splitter inner, Measure measure) {
        return new Tuned(name, candidates, inner, measure, new Strategy.Random(draws), false);
    }

    /** Tries all on few training rows, and the best third on three times as many, until all rows are used. */
    public static Tuned halving(String name, List<? extends Learner> candidates, Splitter inner, Measure measure) {
        return new Tuned(name, candidates, inner, measure, new Strategy.Halving(3), false);
    }

    /**
     * Chooses the first candidate within one standard error of the best (Breiman et al., Classification and Regression Trees, 1984)
     * rather than the best.
     */
    public Tuned withinOneStandardError() {
        return new Tuned(name, candidates, inner, measure, strategy, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        List<Fold> folds = InnerFolds.of(training, inner, context.seed());
        Search search = new Search(measure, folds, context);
        List<Trial> trials = search.run(candidates, strategy);
        Trial chosen = choose(trials);
        Learner winner = candidates.stream()
                .filter(candidate -> candidate.name().equals(chosen.name()))
                .findFirst()
                .orElseThrow();
        Model model = winner.fit(training, context.inner(-1));
        return new TunedModel(model, new SearchTrace(measure, trials, chosen.name()));
    }

    private Trial choose(List<Trial> trials) {
        int most = trials.stream()
                .filter(trial -> trial.failure().isEmpty())
                .mapToInt(Trial::trainingRows)
                .max()
                .orElse(0);
        List<Trial> eligible = new ArrayList<>(trials.stream()
                .filter(trial -> trial.failure().isEmpty() && trial.trainingRows() == most)
                .toList());
        Optional<Trial> best =
                eligible.stream().reduce((one, other) -> measure.gain(one.score(), other.score()) >= 0 ? one : other);
        if (best.isEmpty()) {
            throw new WatertightException(
                    "None of the " + candidates.size() + " candidates of '" + name + "' could be scored; the first: "
                            + trials.get(0).failure(),
                    "ask for fewer inner folds, or give more rows");
        }
        if (!simplest) {
            return best.get();
        }
        return eligible.stream()
                .filter(trial -> measure.gain(best.get().score(), trial.score())
                        <= best.get().standardError())
                .findFirst()
                .orElse(best.get());
    }

    private static final class TunedModel extends Model implements Searched {

        private final Model model;
        private final SearchTrace trace;

        TunedModel(Model model, SearchTrace trace) {
            this.model = model;
            this.trace = trace;
        }

        @Override
        protected Predictions score(Features features) {
            return ask(model, features);
        }

        @Override
        public long parameters() {
            return model.parameters();
        }

        @Override
        public SearchTrace trace() {
            return trace;
        }
    }
}
