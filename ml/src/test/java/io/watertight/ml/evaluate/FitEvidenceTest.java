package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitProof;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.split.Splitters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitEvidenceTest {

    private final Dataset rows = Draws.classes(100, 3, 1, 1, 5);

    private static Evaluation evaluation(Dataset dataset, SplitPlan plan) {
        return new Evaluator(Splitters.of(plan), TinyLearners.baselines())
                .withSeed(3)
                .evaluate(dataset);
    }

    /** The same results, with the logs of the first two folds exchanged: what a leak would leave behind. */
    private static Evaluation withLogsExchanged(Evaluation honest) {
        List<LearnerResult> forged = new ArrayList<>();
        for (LearnerResult learner : honest.learners()) {
            List<FoldResult> folds = new ArrayList<>(learner.folds());
            FoldResult.Scored first = (FoldResult.Scored) folds.get(0);
            FoldResult.Scored second = (FoldResult.Scored) folds.get(1);
            folds.set(0, withLog(first, second.log()));
            folds.set(1, withLog(second, first.log()));
            forged.add(new LearnerResult(learner.name(), learner.standing(), folds));
        }
        return new Evaluation(honest.split(), honest.measures(), forged, new Blocks(List.of()), honest.seed());
    }

    private static FoldResult withLog(FoldResult.Scored fold, FitLog log) {
        return new FoldResult.Scored(
                fold.rows(),
                fold.predicted(),
                fold.scores(),
                fold.trainingScores(),
                fold.parameters(),
                fold.seconds(),
                log,
                fold.search());
    }

    @Test
    void countsFitsAndFindsNothingInAnHonestRun() {
        SplitPlan plan = new SplitPlan.Random(Shape.folds(5));

        FitEvidence evidence = FitEvidence.of(evaluation(rows, plan), rows, Optional.empty(), plan);

        assertThat(evidence.holds()).isTrue();
        assertThat(evidence.folds()).isEqualTo(5);
        assertThat(evidence.fits()).isGreaterThanOrEqualTo(15); // three baselines on five folds
        assertThat(evidence.rowsSeen()).isGreaterThanOrEqualTo(15 * 80L);
        assertThat(evidence.searches()).isZero();
        assertThat(evidence.proof().claims())
                .extracting(SplitProof.Claim::promise)
                .contains("no row is on two sides of a fold");
    }

    @Test
    void seesARowThatWasFittedOnAndHeldOut() {
        SplitPlan plan = new SplitPlan.Random(Shape.folds(5));
        Evaluation leaking = withLogsExchanged(evaluation(rows, plan));

        FitEvidence evidence = FitEvidence.of(leaking, rows, Optional.empty(), plan);

        assertThat(evidence.heldOutSeen()).isEqualTo(40); // all rows held out by the two folds
        assertThat(evidence.holds()).isFalse();
        assertThat(evidence.proof().broken())
                .extracting(SplitProof.Claim::promise)
                .contains("no row is on two sides of a fold");
    }

    @Test
    void seesAGroupOnTwoSides() {
        Dataset entities = Draws.entities(30, 4, 5);
        String group = entities.groups().get(0).name();
        SplitPlan plan = new SplitPlan.Group(group, false, Shape.folds(3));
        Evaluation random = new Evaluator(new RandomFolds(3, 1), TinyLearners.baselines()).evaluate(entities);

        assertThat(FitEvidence.of(evaluation(entities, plan), entities, Optional.empty(), plan)
                        .holds())
                .isTrue();
        assertThat(FitEvidence.of(random, entities, Optional.empty(), plan)
                        .proof()
                        .broken())
                .extracting(SplitProof.Claim::promise)
                .contains("no group of '" + group + "' is on two sides of a fold");
    }

    @Test
    void aPromiseThatItCannotCheckIsNamedAndNotTakenForKept() {
        SplitPlan cells = new SplitPlan.SpatialBlocks("x", "y", 1, 0, Shape.folds(3));
        Evaluation random = evaluation(rows, new SplitPlan.Random(Shape.folds(3)));

        FitEvidence evidence = FitEvidence.of(random, rows, Optional.empty(), cells);

        assertThat(evidence.unproved()).containsExactly("cells of the grid");
        assertThat(evidence.proof().claims())
                .extracting(SplitProof.Claim::promise)
                .noneMatch(promise -> promise.contains("cells"));
    }
}
