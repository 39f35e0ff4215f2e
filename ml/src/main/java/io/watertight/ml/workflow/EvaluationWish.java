package io.watertight.ml.workflow;

import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitWish;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.measure.Measure;
import java.util.List;

/**
 * What somebody asks of an evaluation; what is left open the study decides.
 *
 * @param split the outer split
 * @param innerFolds folds inside each training part, for what is chosen
 * @param kinds learners by family; none of them for the usual ones
 * @param own learners of the user's
 * @param formula baseline that nothing is fitted to, at most one
 * @param tuning how settings are chosen
 * @param measures the first decides; empty for the usual ones
 * @param seed of folds, searches and learners
 * @param threads fits that run beside one another
 */
public record EvaluationWish(
        SplitWish split,
        int innerFolds,
        List<LearnerKind> kinds,
        List<Learner> own,
        List<Learner> formula,
        Tuning tuning,
        List<Measure> measures,
        long seed,
        int threads) {

    public EvaluationWish {
        kinds = List.copyOf(kinds);
        own = List.copyOf(own);
        formula = List.copyOf(formula);
        measures = List.copyOf(measures);
    }

    /** Five folds outside, three inside, boosting and a tuned linear model. */
    public static EvaluationWish usual(long seed, int threads) {
        return new EvaluationWish(
                SplitWish.of(Shape.folds(5)),
                3,
                List.of(LearnerKind.BOOSTING, LearnerKind.LINEAR),
                List.of(),
                List.of(),
                Tuning.GRID,
                List.of(),
                seed,
                threads);
    }

    public EvaluationWish withSplit(SplitWish other) {
        return new EvaluationWish(other, innerFolds, kinds, own, formula, tuning, measures, seed, threads);
    }

    public EvaluationWish withKinds(List<LearnerKind> others) {
        return new EvaluationWish(split, innerFolds, others, own, formula, tuning, measures, seed, threads);
    }

    public EvaluationWish withTuning(Tuning other) {
        return new EvaluationWish(split, innerFolds, kinds, own, formula, other, measures, seed, threads);
    }
}
