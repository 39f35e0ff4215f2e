package io.watertight.ml.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.compose.Calibrated;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import io.watertight.ml.learn.Transformer;
import io.watertight.ml.split.RandomFolds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random pipelines over random splits of random tables: no fit ever sees a row that is held out, by the log and by the outcome. */
class FitsSeeTrainingRowsOnlyTest {

    private static final int ROWS = 160;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Trains, holds out or leaves out each row at random, by its id. */
    private static final class AnyRows extends Splitter {

        @Override
        public String describe() {
            return "any rows";
        }

        @Override
        protected List<List<Division>> divide(SplitterInput input, long seed) {
            int[] part = Arrays.stream(input.rowIds())
                    .mapToInt(id -> new Random(id * 31 + seed * 7919).nextInt(20))
                    .toArray();
            return List.of(List.of(new Division(
                    IntStream.range(0, part.length)
                            .filter(row -> part[row] < 13)
                            .toArray(),
                    IntStream.range(0, part.length)
                            .filter(row -> part[row] > 13)
                            .toArray())));
        }
    }

    private static List<Transformer> anySteps(Random random) {
        List<Transformer> steps = new ArrayList<>();
        List<List<Transformer>> choices = List.of(
                List.of(LeaveOut.constants(Columns.all()), new VarianceFilter(1e-9)),
                List.of(DateParts.plain(Columns.times()), DateParts.cyclic(Columns.times())),
                List.of(
                        TfIdf.of(Columns.named("note")).withFewestRows(2).withMostWords(12),
                        Hashing.ofWords(Columns.named("note"), 16),
                        LeaveOut.namesOfRows(Columns.named("note"))),
                List.of(
                        OneHot.of(Columns.ofFewLevels(8)).withMostLevels(5),
                        Ordinal.byFrequency(Columns.named("sex")),
                        Impute.mostFrequent(Columns.categories()).withIndicator()),
                List.of(
                        TargetEncoding.crossFitted(Columns.categories(), 4),
                        OneHot.of(Columns.categories()).withFewestRows(3),
                        Hashing.ofLevels(Columns.categories(), 8)),
                List.of(
                        Impute.mean(Columns.numbers()).withIndicator(),
                        Impute.median(Columns.all()),
                        Impute.mostFrequent(Columns.all())),
                List.of(
                        Reshape.clip(Columns.numbers(), 0.05),
                        Reshape.yeoJohnson(Columns.numbers()),
                        Reshape.logarithm(Columns.numbers()),
                        Products.interactions(Columns.named("x0", "x1"))),
                List.of(Scale.standard(Columns.all()), Scale.toRange(Columns.all()), Scale.robust(Columns.all())),
                List.of(
                        new Pca(Columns.numbers(), 3),
                        Bins.ofEqualCounts(Columns.numbers(), 4),
                        Select.bestByF(6),
                        Select.bestByMutualInformation(6),
                        new SelectByModel(new ClassMeans(), 7)));
        for (List<Transformer> choice : choices) {
            steps.add(choice.get(random.nextInt(choice.size())));
        }
        // Whatever is left of categories, so that the algorithm can take it.
        steps.add(4, OneHot.of(Columns.ofFewLevels(3)));
        return steps;
    }

    private static Algorithm anyAlgorithm(Random random, boolean texts) {
        Algorithm means = new ClassMeans();
        return switch (random.nextInt(texts ? 4 : 5)) {
            case 0 -> means;
            case 1 -> Resampled.of(ClassBalance.overSampling(), means);
            case 2 -> Resampled.of(ClassBalance.underSampling(), means);
            case 3 -> Resampled.of(ClassBalance.weights(), means).withSharesRestored();
            default -> Resampled.of(new Smote(3), means);
        };
    }

    private static Learner anyLearner(long seed) {
        Random random = new Random(seed);
        DefaultPipeline.Kind[] kinds = DefaultPipeline.Kind.values();
        List<Transformer> steps =
                seed % 4 == 0 ? DefaultPipeline.steps(kinds[random.nextInt(kinds.length)]) : anySteps(random);
        boolean texts = steps.stream().anyMatch(step -> step instanceof TfIdf || step instanceof Hashing);
        Learner pipeline = new Pipeline("pipeline " + seed, steps, anyAlgorithm(random, texts));
        return seed % 3 == 0
                ? new Calibrated(
                        pipeline,
                        random.nextBoolean() ? Calibrated.Curve.SIGMOID : Calibrated.Curve.ISOTONIC,
                        new RandomFolds(3, 1))
                : pipeline;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRowsOfEveryFitAreTrainingRows(long seed) {
        Fold fold = new AnyRows().split(MixedTable.of(ROWS, seed), seed).get(0);
        FitContext context = FitContext.of(seed);
        anyLearner(seed).fit(fold.training(), context);
        Set<Long> training = Arrays.stream(fold.training().rowIds()).boxed().collect(Collectors.toSet());
        assertThat(context.log().entries()).hasSizeGreaterThan(5).allSatisfy(entry -> {
            assertThat(entry.rowIds()).isNotEmpty();
            assertThat(training)
                    .as(entry.step())
                    .containsAll(Arrays.stream(entry.rowIds()).boxed().toList());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void heldOutRowsChangeNoBitOfAModel(long seed) {
        Dataset quiet = MixedTable.of(ROWS, seed);
        Fold before = new AnyRows().split(quiet, seed).get(0);
        Set<Long> training = Arrays.stream(before.training().rowIds()).boxed().collect(Collectors.toSet());
        Dataset disturbed = MixedTable.of(ROWS, seed, row -> !training.contains((long) row), seed + 99);
        Fold after = new AnyRows().split(disturbed, seed).get(0);
        assertThat(after.training().rowIds()).containsExactly(before.training().rowIds());
        Model first = anyLearner(seed).fit(before.training(), FitContext.of(seed));
        Model second = anyLearner(seed).fit(after.training(), FitContext.of(seed));
        Dataset others = MixedTable.of(80, seed + 500);
        Fold probe = FirstRows.fold(others, 1);
        assertThat(second.predict(probe.evaluation()).outputs())
                .isDeepEqualTo(first.predict(probe.evaluation()).outputs());
        // The test can fail: training rows do change the model.
        Dataset stirred = MixedTable.of(ROWS, seed, row -> row % 2 == 0, seed + 99);
        Model third =
                anyLearner(seed).fit(new AnyRows().split(stirred, seed).get(0).training(), FitContext.of(seed));
        assertThat(Arrays.deepEquals(
                        third.predict(probe.evaluation()).outputs(),
                        first.predict(probe.evaluation()).outputs()))
                .isFalse();
    }
}
