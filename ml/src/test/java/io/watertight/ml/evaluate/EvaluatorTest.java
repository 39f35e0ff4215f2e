package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.SearchTrace;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.RandomFolds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private final Evaluator evaluator = new Evaluator(new RandomFolds(5, 2), TinyLearners.baselines()).withSeed(7);

    private final Dataset telling = Draws.classes(300, 5, 2, 1, 1);

    @Test
    void everyLearnerAndBaselineIsScoredOnTheSameFolds() {
        Evaluation evaluation =
                evaluator.withCandidates(List.of(TinyLearners.nearest())).evaluate(telling);

        assertThat(evaluation.learners()).hasSize(4);
        for (LearnerResult learner : evaluation.learners()) {
            assertThat(learner.folds()).hasSize(10);
            for (int fold = 0; fold < 10; fold++) {
                assertThat(learner.folds().get(fold).rows())
                        .isSameAs(evaluation.learners().get(0).folds().get(fold).rows());
            }
        }
    }

    @Test
    void everyRowIsPredictedOnceARepeatByAModelThatHasNotSeenIt() {
        Evaluation evaluation = evaluator.evaluate(telling);
        LearnerResult linear = evaluation.learners(Standing.LINEAR).get(0);

        for (int repeat = 0; repeat < 2; repeat++) {
            int wanted = repeat;
            long[] ids = linear.scored().stream()
                    .filter(fold -> fold.rows().repeat() == wanted)
                    .flatMapToLong(fold -> LongStream.of(fold.rows().rowIds()))
                    .sorted()
                    .toArray();
            assertThat(ids).isEqualTo(LongStream.range(0, 300).toArray());
        }
        for (FoldResult.Scored fold : linear.scored()) {
            assertThat(fold.predicted().rows()).isEqualTo(fold.rows().rows());
            assertThat(fold.log().entries()).isNotEmpty();
            fold.log()
                    .entries()
                    .forEach(entry -> assertThat(LongStream.of(entry.rowIds()).boxed())
                            .doesNotContainAnyElementsOf(
                                    LongStream.of(fold.rows().rowIds()).boxed().toList()));
        }
    }

    @Test
    void theScoreIsTheMeanOfTheFoldsAndTheIntervalHoldsIt() {
        Evaluation evaluation = evaluator.evaluate(telling);
        LearnerResult linear = evaluation.learners(Standing.LINEAR).get(0);
        Interval interval = evaluation.interval(linear);
        double mean = linear.scored().stream()
                .mapToDouble(fold -> fold.scores()[0])
                .average()
                .orElseThrow();

        assertThat(evaluation.primary()).isEqualTo(Measures.AUC);
        assertThat(interval.value()).isCloseTo(mean, within(1e-12)).isBetween(0.75, 0.95);
        assertThat(interval.low()).isLessThan(mean);
        assertThat(interval.high()).isGreaterThan(mean);
        assertThat(evaluation
                        .interval(evaluation.learners(Standing.CONSTANT).get(0))
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    void theAnswerDoesNotDependOnThreadsNorOnOtherLearners() {
        Learner tuned = grid("tuned");
        double[] alone = scores(evaluator.withCandidates(List.of(tuned)).evaluate(telling), "tuned");
        double[] among = scores(
                evaluator
                        .withThreads(3)
                        .withCandidates(List.of(TinyLearners.nearest(), tuned))
                        .evaluate(telling),
                "tuned");

        assertThat(among).isEqualTo(alone);
    }

    private static double[] scores(Evaluation evaluation, String name) {
        return evaluation.learner(name).scored().stream()
                .flatMapToDouble(fold -> Arrays.stream(fold.scores()))
                .toArray();
    }

    private static Learner grid(String name) {
        return Tuned.grid(
                name,
                List.of(TinyLearners.ridge("penalty 100", 100), TinyLearners.ridge("penalty 0.1", 0.1)),
                new RandomFolds(3, 1),
                Measures.AUC);
    }

    @Test
    void aLearnerThatFailsOnAFoldIsReportedWithItsReason() {
        Evaluation evaluation =
                evaluator.withCandidates(List.of(TinyLearners.picky(17))).evaluate(telling);
        LearnerResult picky = evaluation.learner("picky");

        assertThat(picky.failed()).hasSize(8);
        assertThat(picky.scored()).hasSize(2);
        assertThat(picky.failed().get(0).reason()).isEqualTo("It does not like row 17. Maybe give others.");
        assertThat(new Statements(evaluation).failures())
                .containsExactly("'picky' failed on 8 of 10 folds: It does not like row 17. Maybe give others.");
        assertThat(evaluation
                        .compare(picky, evaluation.learner("linear"))
                        .gain()
                        .value())
                .isNotNaN();
    }

    @Test
    void aLearnerThatPredictsNoNumberIsReported() {
        Learner lost = TinyLearners.learner(
                "lost", training -> TinyLearners.model(0, features -> new double[features.rows()], Double.NaN, false));
        Evaluation evaluation = evaluator.withCandidates(List.of(lost)).evaluate(telling);

        assertThat(evaluation.learner("lost").failed()).hasSize(10);
        assertThat(evaluation.interval(evaluation.learner("lost")).value()).isNaN();
        assertThat(evaluation.best()).isEmpty();
    }

    @Test
    void learnersOfOneNameAreRefused() {
        assertThatThrownBy(() -> evaluator
                        .withCandidates(List.of(TinyLearners.ridge("linear", 2)))
                        .evaluate(telling))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'linear'");
    }

    @Test
    void aSearchLeavesItsTraceInEveryFold() {
        Evaluation evaluation = evaluator.withCandidates(List.of(grid("tuned"))).evaluate(telling);
        List<SearchTrace> traces = evaluation.learner("tuned").searches();

        assertThat(traces).hasSize(10);
        assertThat(traces.get(0).trials()).hasSize(2);
        assertThat(evaluation.learner("tuned").innerBest()).isBetween(0.5, 1.0);
    }

    @Test
    void progressIsHeardToTheEnd() {
        List<Double> heard = Collections.synchronizedList(new ArrayList<>());
        evaluator
                .withProgress(new Progress() {
                    @Override
                    public void stage(String what, long rows) {
                        assertThat(what).contains("3 learners").contains("10 folds");
                    }

                    @Override
                    public void at(double share) {
                        heard.add(share);
                    }
                })
                .evaluate(telling);

        assertThat(heard).hasSize(30).contains(1.0);
    }

    @Test
    void foldsOfOneRowAreScoredTogether() {
        Evaluation evaluation = new Evaluator(new EachRow(), TinyLearners.baselines())
                .withMeasures(List.of(Measures.R2))
                .evaluate(Draws.numbers(60, 3, 2, 1, 3));
        Interval interval = evaluation.interval(evaluation.learner("linear"));

        assertThat(interval.value()).isBetween(0.4, 0.9);
        assertThat(interval.isKnown()).isTrue();
        assertThat(interval.method()).startsWith("bootstrap");
    }
}
