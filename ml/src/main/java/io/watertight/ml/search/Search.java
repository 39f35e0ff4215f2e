package io.watertight.ml.search;

import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.search.SearchTrace.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Scores candidates on inner folds, all on the same ones. */
final class Search {

    /** Fewer training rows than this say too little to drop a candidate. */
    private static final int LEAST_ROWS = 100;

    private final Measure measure;
    private final List<Fold> folds;
    private final FitContext context;

    Search(Measure measure, List<Fold> folds, FitContext context) {
        this.measure = measure;
        this.folds = folds;
        this.context = context;
    }

    List<Trial> run(List<? extends Learner> candidates, Tuned.Strategy strategy) {
        if (strategy instanceof Tuned.Strategy.Random drawn) {
            return all(drawn(candidates, drawn.draws()), 1);
        }
        if (strategy instanceof Tuned.Strategy.Halving halving) {
            return halved(candidates, halving.factor());
        }
        return all(candidates, 1);
    }

    /** Drawn without repetition, tried in the order given so that ties fall to the simpler. */
    private List<? extends Learner> drawn(List<? extends Learner> candidates, int draws) {
        List<Integer> indices = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            indices.add(index);
        }
        Collections.shuffle(indices, new Random(context.seed()));
        return indices.stream().limit(draws).sorted().map(candidates::get).toList();
    }

    private List<Trial> halved(List<? extends Learner> candidates, int factor) {
        List<Trial> trials = new ArrayList<>();
        List<? extends Learner> left = candidates;
        double share = firstShare(candidates.size(), factor);
        while (true) {
            List<Trial> round = all(left, share);
            trials.addAll(round);
            if (share >= 1) {
                return trials;
            }
            left = better(left, round, Math.max(1, left.size() / factor));
            share = Math.min(1, share * factor);
        }
    }

    /** So that about one candidate is left when all rows are used, but not below the least number of rows. */
    private double firstShare(int candidates, int factor) {
        int rows = folds.get(0).training().rows();
        double share = 1;
        for (int left = candidates; left > 1 && share / factor * rows >= LEAST_ROWS; left /= factor) {
            share /= factor;
        }
        return share;
    }

    private List<? extends Learner> better(List<? extends Learner> learners, List<Trial> round, int kept) {
        List<String> names = round.stream()
                .filter(trial -> trial.failure().isEmpty())
                .sorted(Comparator.comparingDouble(trial -> -measure.gain(trial.score(), 0)))
                .limit(kept)
                .map(Trial::name)
                .toList();
        List<? extends Learner> left = learners.stream()
                .filter(learner -> names.contains(learner.name()))
                .toList();
        // When all failed on few rows, more rows may do.
        return left.isEmpty() ? learners : left;
    }

    /** Fold by fold, so that the rows of one fold only are held at a time. */
    private List<Trial> all(List<? extends Learner> learners, double share) {
        List<TrialScores> scores = learners.stream()
                .map(learner -> new TrialScores(learner, measure, folds.size()))
                .toList();
        for (int number = 0; number < folds.size(); number++) {
            Fold fold = folds.get(number);
            RawTrainingSet training =
                    share >= 1 ? fold.training() : Thinning.of(fold.training(), share, context.seed());
            for (TrialScores trial : scores) {
                trial.add(number, training, fold.evaluation(), context.inner(number));
            }
            fold.release();
        }
        return scores.stream().map(TrialScores::trial).toList();
    }
}
