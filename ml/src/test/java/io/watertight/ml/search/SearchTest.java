package io.watertight.ml.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.ml.evaluate.Draws;
import io.watertight.ml.evaluate.TinyLearners;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.measure.ExpectedCost;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.split.Splitters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final Dataset dataset = Draws.classes(600, 4, 1, 1.5, 41);

    private final Fold fold = new RandomFolds(4, 1).split(dataset, 5).get(0);

    private static final List<Learner> COLUMNS = List.of(
            TinyLearners.formula("x3"),
            TinyLearners.formula("x2"),
            TinyLearners.formula("x1"),
            TinyLearners.formula("x0"));

    private static SearchTrace trace(Model model) {
        return ((Searched) model).trace();
    }

    private static double area(Model model, EvaluationSet rows) {
        return Scoring.score(model, rows, Measures.AUC);
    }

    @Test
    void aGridTriesEveryCandidateAndRefitsTheBest() {
        Model model = Tuned.grid("tuned", COLUMNS, new RandomFolds(3, 1), Measures.AUC)
                .fit(fold.training(), FitContext.of(1));

        assertThat(trace(model).trials()).hasSize(4);
        assertThat(trace(model).chosen()).isEqualTo("formula x0");
        assertThat(trace(model).bestScore()).isGreaterThan(0.7);
        assertThat(area(model, fold.evaluation())).isGreaterThan(0.7);
    }

    @Test
    void lossesAreMinimized() {
        SearchTrace trace = new SearchTrace(
                Measures.RMSE,
                List.of(
                        new SearchTrace.Trial("a", 3, 0, 10, ""),
                        new SearchTrace.Trial("b", 2, 0, 10, ""),
                        new SearchTrace.Trial("c", Double.NaN, 0, 10, "lost")),
                "b");

        assertThat(trace.bestScore()).isEqualTo(2);
    }

    @Test
    void aRandomSearchTriesSomeAndAlwaysTheSameForASeed() {
        Tuned tuned = Tuned.random("tuned", COLUMNS, 2, new RandomFolds(3, 1), Measures.AUC);
        SearchTrace first = trace(tuned.fit(fold.training(), FitContext.of(1)));

        assertThat(first.trials()).hasSize(2);
        assertThat(trace(tuned.fit(fold.training(), FitContext.of(1))).trials()).isEqualTo(first.trials());
    }

    @Test
    void halvingTriesAllOnFewRowsAndFewOnAll() {
        List<Learner> many = new ArrayList<>(COLUMNS);
        IntStream.range(0, 5).forEach(index -> many.add(TinyLearners.ridge("ridge " + index, Math.pow(10, index))));
        Dataset larger = Draws.classes(3000, 4, 1, 1.5, 42);
        Fold large = new RandomFolds(4, 1).split(larger, 5).get(0);
        List<SearchTrace.Trial> trials = trace(Tuned.halving("tuned", many, new RandomFolds(3, 1), Measures.AUC)
                        .fit(large.training(), FitContext.of(1)))
                .trials();

        assertThat(trials).hasSize(9 + 3 + 1);
        assertThat(trials.get(0).trainingRows()).isBetween(100, 250);
        assertThat(trials.get(9).trainingRows()).isBetween(400, 600);
        assertThat(trials.get(12).trainingRows()).isBetween(1450, 1550);
    }

    @Test
    void withinOneStandardErrorTheSimplerOneIsTaken() {
        List<Learner> alike = List.of(TinyLearners.ridge("simple", 2), TinyLearners.ridge("hardly better", 1));
        Model model = Tuned.grid("tuned", alike, new RandomFolds(3, 1), Measures.AUC)
                .withinOneStandardError()
                .fit(fold.training(), FitContext.of(1));

        assertThat(trace(model).chosen()).isEqualTo("simple");
    }

    @Test
    void aCandidateThatFailsIsOutWithItsReason() {
        List<Learner> some = List.of(TinyLearners.picky(fold.training().rowIds()[0]), TinyLearners.formula("x0"));
        Model model =
                Tuned.grid("tuned", some, new RandomFolds(3, 1), Measures.AUC).fit(fold.training(), FitContext.of(1));

        assertThat(trace(model).chosen()).isEqualTo("formula x0");
        assertThat(trace(model).trials().get(0).failure()).startsWith("It does not like row");
    }

    @Test
    void whenAllFailTheReasonIsGiven() {
        Tuned tuned = Tuned.grid(
                "tuned", List.of(TinyLearners.picky(fold.training().rowIds()[0])), new RandomFolds(3, 1), Measures.AUC);

        assertThatThrownBy(() -> tuned.fit(fold.training(), FitContext.of(1)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("None of the 1 candidates of 'tuned'")
                .hasMessageContaining("It does not like row");
    }

    @Test
    void innerFoldsThatPartADeclaredGroupAreRefused() {
        Dataset grouped = Draws.entities(40, 5, 43);
        Fold outer = Splitters.of(new SplitPlan.Group("entity", false, Shape.folds(4)))
                .split(grouped, 1)
                .get(0);
        List<Learner> one = List.of(TinyLearners.nearest());

        assertThatThrownBy(() -> Tuned.grid("tuned", one, new RandomFolds(3, 1), Measures.AUC)
                        .fit(outer.training(), FitContext.of(1)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("parts rows of one declared group");
        Model kept = Tuned.grid(
                        "tuned",
                        one,
                        Splitters.inside(new SplitPlan.Group("entity", false, Shape.folds(4)), 3),
                        Measures.AUC)
                .fit(outer.training(), FitContext.of(1));
        assertThat(trace(kept).bestScore()).isLessThan(0.8);
    }

    @Test
    void noFitWithinASearchSeesARowThatWasHeldOut() {
        FitLog log = new FitLog();
        Learner everything = new Stacked(
                "stack",
                List.of(
                        Tuned.grid("tuned", COLUMNS, new RandomFolds(3, 1), Measures.AUC),
                        new ThresholdTuned(TinyLearners.ridge("ridge", 1), new RandomFolds(3, 1), Measures.F1)),
                TinyLearners.ridge("blender", 1),
                new RandomFolds(3, 1));
        everything.fit(fold.training(), new FitContext(1, 1, log));
        List<Long> held = LongStream.of(fold.evaluation().rowIds()).boxed().toList();

        assertThat(log.entries()).hasSizeGreaterThan(30);
        for (FitLog.Entry entry : log.entries()) {
            assertThat(Arrays.stream(entry.rowIds()).boxed()).as(entry.step()).doesNotContainAnyElementsOf(held);
        }
    }

    @Test
    void theBlenderIsFittedOnPredictionsOfRowsThatTheMemberHadNotSeen() {
        // A member that knows each row it has seen, and says 0 for others: in-sample it would be perfect.
        ConcurrentHashMap<String, double[]> seenByBlender = new ConcurrentHashMap<>();
        Algorithm blender = TinyLearners.learner("blender", training -> {
            seenByBlender.put("memory", TinyLearners.column(training.features(), "nearest"));
            seenByBlender.put("truth", TinyLearners.target(training.response()));
            return TinyLearners.model(1, features -> TinyLearners.column(features, "nearest"), 0, false);
        });
        Model model = new Stacked("stack", List.of(TinyLearners.nearest()), blender, new RandomFolds(3, 1))
                .fit(fold.training(), FitContext.of(1));
        double[] memory = seenByBlender.get("memory");
        double[] truth = seenByBlender.get("truth");
        long right = IntStream.range(0, truth.length)
                .filter(row -> memory[row] == truth[row])
                .count();

        assertThat((double) right / truth.length).isBetween(0.5, 0.85);
        assertThat(area(model, fold.training().inSample())).isEqualTo(1);
    }

    @Test
    void aStackOfTwoHalvesBeatsEither() {
        Dataset both = Draws.classes(800, 2, 2, 1.2, 44);
        Fold outer = new RandomFolds(4, 1).split(both, 5).get(0);
        Learner left = TinyLearners.formula("x0");
        Learner right = TinyLearners.formula("x1");
        Learner stack =
                new Stacked("stack", List.of(left, right), TinyLearners.ridge("blender", 1), new RandomFolds(4, 1));

        double alone = area(left.fit(outer.training(), FitContext.of(1)), outer.evaluation());
        assertThat(area(stack.fit(outer.training(), FitContext.of(1)), outer.evaluation()))
                .isGreaterThan(alone + 0.03);
    }

    @Test
    void theThresholdFollowsTheCost() {
        // A missed positive costs nine times a false alarm: decide at about one tenth.
        double[][] costs = {{0, 1}, {9, 0}};
        Dataset many = Draws.classes(3000, 1, 1, 1.5, 45);
        Fold outer = new RandomFolds(4, 1).split(many, 5).get(0);
        Algorithm probabilities = TinyLearners.learner(
                "truth",
                training -> TinyLearners.model(
                        0,
                        features -> Arrays.stream(TinyLearners.column(features, "x0"))
                                .map(value -> 1 / (1 + Math.exp(-1.5 * value)))
                                .toArray(),
                        0,
                        true));
        Model model = new ThresholdTuned(probabilities, new RandomFolds(3, 1), new ExpectedCost(costs))
                .fit(outer.training(), FitContext.of(1));

        assertThat(((Thresholded) model).thresholds()[0]).isBetween(0.04, 0.2);
        assertThat(model.predict(outer.evaluation()).probabilities()).isFalse();
        assertThat(Scoring.score(model, outer.evaluation(), new ExpectedCost(costs)))
                .isLessThan(0.5);
        assertThat(area(model, outer.evaluation()))
                .isEqualTo(area(probabilities.fit(outer.training(), FitContext.of(1)), outer.evaluation()));
    }

    @Test
    void numbersHaveNoThreshold() {
        Fold numbers =
                new RandomFolds(4, 1).split(Draws.numbers(60, 2, 1, 1, 46), 1).get(0);

        assertThatThrownBy(() -> new ThresholdTuned(TinyLearners.ridge("ridge", 1), new RandomFolds(3, 1), Measures.F1)
                        .fit(numbers.training(), FitContext.of(1)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("not two classes");
    }

    @Test
    void aSmallerShareIsWithinALarger() {
        List<Long> few = LongStream.of(Thinning.of(fold.training(), 0.2, 7).rowIds())
                .boxed()
                .toList();
        List<Long> more = LongStream.of(Thinning.of(fold.training(), 0.5, 7).rowIds())
                .boxed()
                .toList();

        assertThat(more).containsAll(few).hasSizeGreaterThan(few.size());
    }
}
