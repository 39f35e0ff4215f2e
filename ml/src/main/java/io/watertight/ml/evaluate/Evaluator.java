package io.watertight.ml.evaluate;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.report.Numbers;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Scores learners on folds: candidates and baselines, all on the same ones. A candidate that chooses (a {@link
 * io.watertight.ml.search.Tuned}, say) chooses anew inside each fold, which is nested resampling. Immutable; the {@code with} methods
 * return another one. Thread-safe.
 */
public final class Evaluator {

    private final Splitter splitter;
    private final Optional<Baselines> baselines;
    private final List<Learner> candidates;
    private final List<Measure> measures;
    private final List<Measure> also;
    private final long seed;
    private final int threads;
    private final int repeats;
    private final boolean trainingScores;
    private final Progress progress;

    /** With no candidate yet, the usual measures, seed 0 and one thread. */
    public Evaluator(Splitter splitter, Baselines baselines) {
        this(splitter, Optional.of(baselines), List.of(), List.of(), List.of(), 0, 1, 1, true, Progress.NONE);
    }

    private Evaluator(
            Splitter splitter,
            Optional<Baselines> baselines,
            List<Learner> candidates,
            List<Measure> measures,
            List<Measure> also,
            long seed,
            int threads,
            int repeats,
            boolean trainingScores,
            Progress progress) {
        this.splitter = splitter;
        this.baselines = baselines;
        this.candidates = candidates;
        this.measures = measures;
        this.also = also;
        this.seed = seed;
        this.threads = threads;
        this.repeats = repeats;
        this.trainingScores = trainingScores;
        this.progress = progress;
    }

    /** Learners to be judged, with names different from one another's and the baselines'. */
    public Evaluator withCandidates(List<? extends Learner> learners) {
        return new Evaluator(
                splitter,
                baselines,
                List.copyOf(learners),
                measures,
                also,
                seed,
                threads,
                repeats,
                trainingScores,
                progress);
    }

    /** The first measure decides; empty for the usual ones of the response. */
    public Evaluator withMeasures(List<Measure> others) {
        return new Evaluator(
                splitter,
                baselines,
                candidates,
                List.copyOf(others),
                also,
                seed,
                threads,
                repeats,
                trainingScores,
                progress);
    }

    /** For what is refitted many times and compared with itself; a report always has them. */
    Evaluator withoutBaselines() {
        return new Evaluator(
                splitter,
                Optional.empty(),
                candidates,
                measures,
                also,
                seed,
                threads,
                repeats,
                trainingScores,
                progress);
    }

    /** Measures these too, after those that were asked for or are usual. */
    public Evaluator withMoreMeasures(List<Measure> more) {
        return new Evaluator(
                splitter,
                baselines,
                candidates,
                measures,
                List.copyOf(more),
                seed,
                threads,
                repeats,
                trainingScores,
                progress);
    }

    /** With other folds. */
    public Evaluator withSplitter(Splitter other) {
        return new Evaluator(
                other, baselines, candidates, measures, also, seed, threads, repeats, trainingScores, progress);
    }

    public Splitter splitter() {
        return splitter;
    }

    public Evaluator withSeed(long other) {
        return new Evaluator(
                splitter, baselines, candidates, measures, also, other, threads, repeats, trainingScores, progress);
    }

    /** Fits that run beside one another; results do not depend on it. */
    public Evaluator withThreads(int most) {
        return new Evaluator(
                splitter, baselines, candidates, measures, also, seed, most, repeats, trainingScores, progress);
    }

    /**
     * Splits this many times, each time with another seed. A splitter that does not depend on the seed is asked once: the same folds again
     * would only look like more evidence.
     */
    public Evaluator withRepeats(int times) {
        return new Evaluator(
                splitter, baselines, candidates, measures, also, seed, threads, times, trainingScores, progress);
    }

    /** Leaves training scores out, where predicting the training rows is dear. */
    public Evaluator withoutTrainingScores() {
        return new Evaluator(splitter, baselines, candidates, measures, also, seed, threads, repeats, false, progress);
    }

    public Evaluator withProgress(Progress listener) {
        return new Evaluator(
                splitter, baselines, candidates, measures, also, seed, threads, repeats, trainingScores, listener);
    }

    /**
     * Fits and scores every learner on every fold. A learner that fails on a fold is reported with its reason.
     *
     * @throws WatertightException if the split cannot be made
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Evaluation evaluate(Dataset dataset) {
        List<Entrant> entrants = entrants();
        List<Fold> folds = folds(dataset);
        List<Measure> asked =
                measures.isEmpty() ? Measures.usual(folds.get(0).evaluation().response()) : measures;
        List<Measure> judges =
                Stream.concat(asked.stream(), also.stream()).distinct().toList();
        Positions positions = new Positions(dataset.rowIds());
        List<Callable<FoldResult>> tasks = new ArrayList<>();
        int number = 0;
        for (Fold fold : folds) {
            HeldOutRows rows = HeldOutRows.of(fold, positions);
            AtomicInteger open = new AtomicInteger(entrants.size());
            for (Entrant entrant : entrants) {
                FoldTask task = new FoldTask(
                        fold,
                        rows,
                        entrant.learner(),
                        judges,
                        context(entrant.learner(), number, folds.size() * entrants.size()),
                        trainingScores);
                tasks.add(() -> lastReleases(task, open));
            }
            number++;
        }
        progress.stage(
                "Fitting " + Numbers.of(entrants.size(), "learner") + " on " + Numbers.of(folds.size(), "fold"),
                dataset.rows());
        List<FoldResult> results = Parallel.run(tasks, threads, progress);
        List<LearnerResult> learners = new ArrayList<>();
        for (int index = 0; index < entrants.size(); index++) {
            List<FoldResult> ofLearner = new ArrayList<>();
            for (int at = index; at < results.size(); at += entrants.size()) {
                ofLearner.add(results.get(at));
            }
            Entrant entrant = entrants.get(index);
            learners.add(new LearnerResult(entrant.learner().name(), entrant.standing(), ofLearner));
        }
        return new Evaluation(splitter.describe(), judges, learners, new Blocks(Blocking.of(dataset)), seed);
    }

    /** The rows of a fold are gathered once for all its learners, and of no use after them. */
    private static FoldResult lastReleases(FoldTask task, AtomicInteger open) {
        try {
            return task.call();
        } finally {
            if (open.decrementAndGet() == 0) {
                task.fold().release();
            }
        }
    }

    private List<Fold> folds(Dataset dataset) {
        List<Fold> first = splitter.split(dataset, seed);
        List<Fold> all = new ArrayList<>(first);
        int inOne = first.get(first.size() - 1).repeat() + 1;
        for (int repeat = 1; repeat < repeats; repeat++) {
            List<Fold> more = splitter.split(dataset, seed + 1_000_003L * repeat);
            if (isSame(first, more)) {
                return first;
            }
            for (Fold fold : more) {
                all.add(new Fold(repeat * inOne + fold.repeat(), fold.number(), fold.training(), fold.evaluation()));
            }
        }
        return all;
    }

    private static boolean isSame(List<Fold> folds, List<Fold> others) {
        for (int fold = 0; fold < Math.min(folds.size(), others.size()); fold++) {
            long[] one = folds.get(fold).evaluation().rowIds();
            long[] other = others.get(fold).evaluation().rowIds();
            if (!Arrays.equals(one, other)) {
                return false;
            }
        }
        return true;
    }

    /** Of the learner's name, so that another learner more changes nothing for the rest. */
    private FitContext context(Learner learner, int fold, int tasks) {
        FitContext own = FitContext.of(seed).inner(fold).inner(learner.name().hashCode());
        return new FitContext(own.seed(), Math.max(1, threads / tasks), new FitLog());
    }

    private List<Entrant> entrants() {
        List<Entrant> all = Stream.concat(
                        candidates.stream().map(learner -> new Entrant(learner, Standing.CANDIDATE)),
                        baselines.stream().flatMap(beside -> beside.entrants().stream()))
                .toList();
        List<String> names =
                all.stream().map(entrant -> entrant.learner().name()).toList();
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new WatertightException(
                        "Two learners of the evaluation are called '" + name + "'.", "give one another name");
            }
        }
        return all;
    }
}
