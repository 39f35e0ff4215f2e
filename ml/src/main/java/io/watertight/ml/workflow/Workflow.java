package io.watertight.ml.workflow;

import io.watertight.core.engine.Progress;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.study.Study;
import io.watertight.core.study.Task;
import io.watertight.ml.algorithm.BestSingleFeature;
import io.watertight.ml.algorithm.Constant;
import io.watertight.ml.evaluate.Baselines;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.Splitters;
import io.watertight.ml.transform.DefaultPipeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The evaluation of a study, put together: the split its purpose asks for, learners that choose their settings inside each fold, and
 * baselines. Immutable; thread-safe.
 */
public final class Workflow {

    private static final int DRAWS = 3;

    private final Study study;
    private final EvaluationWish wish;
    private final SplitPlans.Chosen chosen;

    /** @throws io.watertight.core.WatertightException if the study has no split such as is wished for */
    public Workflow(Study study, EvaluationWish wish) {
        this.study = study;
        this.wish = wish;
        this.chosen = SplitPlans.of(study, wish.split());
    }

    /** The split, and why it is this one. */
    public SplitPlans.Chosen split() {
        return chosen;
    }

    public Task task() {
        return study.target().orElseThrow().task();
    }

    /** Fits and scores all learners on all folds. */
    public Evaluation evaluate(Dataset dataset, Progress progress) {
        return evaluator(progress).evaluate(dataset);
    }

    /** All that is needed but the rows. */
    public Evaluator evaluator(Progress progress) {
        return new Evaluator(Splitters.of(chosen.plan()), baselines())
                .withCandidates(candidates())
                .withMeasures(wish.measures())
                .withSeed(wish.seed())
                .withThreads(wish.threads())
                .withProgress(progress);
    }

    /** Constant, best single feature, the user's formula and a linear model. */
    public Baselines baselines() {
        Baselines usual = new Baselines(new Constant(), new BestSingleFeature(), linear(task()));
        return wish.formula().isEmpty()
                ? usual
                : usual.withFormula(wish.formula().get(0));
    }

    /** The linear model that others have to beat. */
    public static Learner linear(Task task) {
        return new Pipeline(
                task.isClassification() ? "logistic regression" : "ridge regression",
                DefaultPipeline.steps(DefaultPipeline.Kind.LINEAR),
                LearnerKind.linear(task, 1));
    }

    /** The families asked for, then the user's own learners. */
    public List<Learner> candidates() {
        List<Learner> all = new ArrayList<>();
        wish.kinds().forEach(kind -> all.add(tuned(kind)));
        all.addAll(wish.own());
        return all;
    }

    private Learner tuned(LearnerKind kind) {
        List<Learner> settings = kind.candidates(task());
        if (wish.tuning() == Tuning.NONE || settings.size() == 1) {
            return settings.get(settings.size() / 2); // from the simplest on, so this one is neither timid nor wild
        }
        Splitter inner = Splitters.inside(chosen.plan(), wish.innerFolds());
        Measure measure =
                wish.measures().isEmpty() ? decisive() : wish.measures().get(0);
        return switch (wish.tuning()) {
            case RANDOM -> Tuned.random(kind.title(), settings, DRAWS, inner, measure);
            case HALVING -> Tuned.halving(kind.title(), settings, inner, measure);
            case GRID, NONE -> Tuned.grid(kind.title(), settings, inner, measure);
        };
    }

    private Measure decisive() {
        return task().isClassification() ? Measures.AUC : Measures.R2;
    }
}
