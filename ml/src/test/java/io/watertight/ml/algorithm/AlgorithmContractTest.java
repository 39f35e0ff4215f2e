package io.watertight.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.core.numeric.Ranks;
import io.watertight.ml.algorithm.Problems.Task;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.algorithm.formula.Formula;
import io.watertight.ml.algorithm.kernel.SupportVectorMachine;
import io.watertight.ml.algorithm.linear.LinearRegression;
import io.watertight.ml.algorithm.linear.LinearSupportVectorMachine;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.algorithm.neighbour.NearestNeighbours;
import io.watertight.ml.algorithm.tree.DecisionTree;
import io.watertight.ml.algorithm.tree.RandomForest;
import io.watertight.ml.algorithm.tree.TreeSettings;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every algorithm promises, whatever it is. */
final class AlgorithmContractTest {

    /** An algorithm and what it claims. */
    private record Claim(
            String label, Algorithm algorithm, Set<Task> tasks, boolean learns, boolean raw, boolean repeats) {

        @Override
        public String toString() {
            return label;
        }
    }

    private static Stream<Claim> all() {
        Set<Task> every = EnumSet.allOf(Task.class);
        Set<Task> classes = EnumSet.of(Task.TWO_CLASSES, Task.CLASSES, Task.LABELS);
        Set<Task> single = EnumSet.of(Task.TWO_CLASSES, Task.NUMBERS);
        BoostedTrees.Settings few = BoostedTrees.Settings.standard().withRounds(20);
        return Stream.of(
                new Claim("constant", new Constant(), every, false, true, true),
                new Claim("formula", new Formula("x0 + 0.5"), single, true, true, true),
                new Claim("best feature", new BestSingleFeature(), every, true, true, false),
                new Claim("ordinary", LinearRegression.ordinary(), every, true, false, true),
                new Claim("ridge", LinearRegression.ridge(1), every, true, false, true),
                new Claim("lasso", LinearRegression.lasso(0.01), every, true, false, true),
                new Claim("elastic net", LinearRegression.elasticNet(0.01, 0.5), every, true, false, true),
                new Claim("logistic", new LogisticRegression(), classes, true, false, true),
                new Claim("logistic L1", new LogisticRegression(1, 1), classes, true, false, true),
                new Claim("linear SVM", new LinearSupportVectorMachine(), classes, true, false, true),
                new Claim("neighbours", new NearestNeighbours(7), every, true, false, false),
                new Claim("SVM", new SupportVectorMachine(), every, true, false, false),
                new Claim("tree", new DecisionTree(new TreeSettings(5, 1, 1)), every, true, true, true),
                new Claim("forest", new RandomForest(20, new TreeSettings(30, 2, 0)), every, true, true, false),
                new Claim("boosting", new BoostedTrees(few), every, true, true, false),
                new Claim("patient boosting", new BoostedTrees(few.withPatience(3)), every, true, true, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void learnsTheTasksItClaims(Claim claim) {
        for (Task task : claim.tasks()) {
            Features features = Problems.features(400, 1);
            Response response = Problems.response(features, task, 1);
            Model model = Sets.fit(claim.algorithm(), features, response);
            Features fresh = Problems.features(300, 2);
            Response truth = Problems.response(fresh, task, 2);

            Predictions predicted = Sets.predict(model, fresh);

            assertThat(predicted.outputs()).as("%s", task).hasDimensions(response.outputs(), 300);
            checkFinite(predicted);
            checkProbabilities(predicted, task);
            if (claim.learns()) {
                assertThat(strength(truth, predicted)).as("%s", task).isGreaterThan(0.75);
            }
            assertThat(model.parameters()).isGreaterThanOrEqualTo(0);
            if (model instanceof Explains known && known.importance().length > 0) {
                assertThat(known.importance()).hasSize(features.width());
                assertThat(Arrays.stream(known.importance()).min().orElseThrow())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void refusesOtherTasksWithARemedy(Claim claim) {
        Features features = Problems.features(60, 1);
        for (Task task : EnumSet.complementOf(EnumSet.copyOf(claim.tasks()))) {
            assertThatThrownBy(() -> Sets.fit(claim.algorithm(), features, Problems.response(features, task, 1)))
                    .isInstanceOf(WatertightException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void theNumberOfThreadsChangesNothing(Claim claim) {
        for (Task task : claim.tasks()) {
            // Sums over rows are cut into slices from 8,192 rows on; the slower ones have smaller tasks.
            int rows = claim.label().equals("SVM") ? 900 : claim.label().contains("boosting") ? 1_500 : 8_300;
            Features features = Problems.features(rows, 3);
            Response response = Problems.response(features, task, 3);
            int[] some = IntStream.range(0, rows).toArray();
            FitContext one = FitContext.of(7);

            Predictions first = fitAndPredict(claim, features.gather(some), response.gather(some), one);
            Predictions second = fitAndPredict(claim, features.gather(some), response.gather(some), one.withThreads(2));

            assertThat(second.outputs()).as("%s", task).isDeepEqualTo(first.outputs());
        }
    }

    private static Predictions fitAndPredict(Claim claim, Features features, Response response, FitContext context) {
        Model model = claim.algorithm().fit(Sets.training(features, response), context);
        return Sets.predict(model, features.gather(IntStream.range(0, 300).toArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void aPredictionDoesNotDependOnTheRowsBesideIt(Claim claim) {
        for (Task task : claim.tasks()) {
            Features features = Problems.features(700, 4);
            Model model = Sets.fit(claim.algorithm(), features, Problems.response(features, task, 4));
            int[] some = {699, 3, 3, 511, 512, 0, 77};

            Predictions all = Sets.predict(model, features);

            assertThat(Sets.predict(model, features.gather(some)).outputs())
                    .as("%s", task)
                    .isDeepEqualTo(all.gather(some).outputs());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void oneFeatureAndConstantFeaturesAreFine(Claim claim) {
        for (Task task : claim.tasks()) {
            Features one = Problems.numbers(120, 1, 5);
            Response response = Problems.response(one, task, 5);
            List<Block> blocks = new ArrayList<>(one.blocks());
            blocks.add(NumberBlock.of("constant", Sets.filled(120, 3.7)));
            blocks.add(NumberBlock.of("zero", new double[120]));
            Features withConstants = new Features(120, blocks);

            checkFinite(Sets.predict(Sets.fit(claim.algorithm(), one, response), one));
            Predictions predicted = Sets.predict(Sets.fit(claim.algorithm(), withConstants, response), withConstants);
            checkFinite(predicted);
            if (claim.learns()) {
                assertThat(strength(response, predicted)).as("%s", task).isGreaterThan(0.75);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void moreColumnsThanRowsAreFine(Claim claim) {
        for (Task task : claim.tasks()) {
            Features wide = Problems.numbers(40, 90, 6);

            checkFinite(Sets.predict(Sets.fit(claim.algorithm(), wide, Problems.response(wide, task, 6)), wide));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void oneClassOnlyIsRefusedByWhatLearns(Claim claim) {
        Features features = Problems.features(50, 7);
        Response same = new Response.Classes(new int[50], List.of("no", "yes"), 1);

        if (claim.label().equals("constant") || claim.label().equals("formula")) {
            checkFinite(Sets.predict(Sets.fit(claim.algorithm(), features, same), features));
        } else {
            assertThatThrownBy(() -> Sets.fit(claim.algorithm(), features, same))
                    .isInstanceOf(WatertightException.class)
                    .hasMessageContaining("'no'")
                    .hasMessageContaining("50");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void aClassThatTrainingRowsLackGetsTheLeast(Claim claim) {
        if (!claim.tasks().contains(Task.CLASSES)) {
            return;
        }
        Features features = Problems.features(200, 8);
        Response.Classes three = (Response.Classes) Problems.response(features, Task.CLASSES, 8);
        Response four = new Response.Classes(three.codes(), List.of("low", "middle", "high", "never"), 0);

        double[][] outputs = Sets.predict(Sets.fit(claim.algorithm(), features, four), features)
                .outputs();

        assertThat(outputs).hasDimensions(4, 200);
        for (int row = 0; row < 200; row++) {
            double least = Math.min(outputs[0][row], Math.min(outputs[1][row], outputs[2][row]));
            assertThat(outputs[3][row]).isLessThanOrEqualTo(least);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void missingValuesAreTakenOrRefusedByName(Claim claim) {
        Features features = Problems.features(200, 9);
        double[] holes = ((NumberBlock) features.blocks().get(0)).values().clone();
        for (int row = 0; row < holes.length; row += 4) {
            holes[row] = Double.NaN;
        }
        List<Block> blocks = new ArrayList<>(features.blocks());
        blocks.set(0, NumberBlock.of("x0", holes));
        Features holed = new Features(200, blocks);
        Response response = Problems.response(features, Task.TWO_CLASSES, 9);

        if (claim.raw()) {
            checkFinite(Sets.predict(Sets.fit(claim.algorithm(), holed, response), holed));
        } else {
            Model whole = Sets.fit(claim.algorithm(), features, response);
            assertThatThrownBy(() -> Sets.fit(claim.algorithm(), holed, response))
                    .isInstanceOf(WatertightException.class)
                    .hasMessageContaining("'x0'")
                    .hasMessageContaining("50 missing");
            assertThatThrownBy(() -> Sets.predict(whole, holed)).isInstanceOf(WatertightException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void categoriesAreTakenOrRefusedByName(Claim claim) {
        Features features = Problems.features(300, 10);
        Features raw = Problems.raw(features);
        Response response = Problems.response(features, Task.TWO_CLASSES, 10);

        if (claim.raw()) {
            Predictions predicted = Sets.predict(Sets.fit(claim.algorithm(), raw, response), raw);
            if (claim.learns()) {
                assertThat(strength(response, predicted)).isGreaterThan(0.8);
            }
        } else {
            assertThatThrownBy(() -> Sets.fit(claim.algorithm(), raw, response))
                    .isInstanceOf(WatertightException.class)
                    .hasMessageContaining("'level'");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void hugeAndTinyValuesGiveFiniteScores(Claim claim) {
        for (Task task : claim.tasks()) {
            Features features = Problems.numbers(150, 3, 11);
            List<Block> blocks = new ArrayList<>();
            double[] sizes = {1e200, 1, 1e-200};
            for (int column = 0; column < 3; column++) {
                double size = sizes[column];
                double[] values = ((NumberBlock) features.blocks().get(column)).values();
                blocks.add(NumberBlock.of(
                        "x" + column,
                        Arrays.stream(values).map(value -> value * size).toArray()));
            }
            Features extreme = new Features(150, blocks);

            checkFinite(
                    Sets.predict(Sets.fit(claim.algorithm(), extreme, Problems.response(features, task, 11)), extreme));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void aWeightOfTwoIsARowRepeated(Claim claim) {
        if (!claim.repeats()) {
            return;
        }
        for (Task task : claim.tasks()) {
            Features features = Problems.features(150, 12);
            Response response = Problems.response(features, task, 12);
            double[] weights =
                    IntStream.range(0, 150).mapToDouble(row -> 1 + row % 2).toArray();
            int[] repeated = IntStream.range(0, 150)
                    .flatMap(row -> IntStream.rangeClosed(0, row % 2).map(time -> row))
                    .toArray();

            Model weighted = claim.algorithm().fit(Sets.weighted(features, response, weights), FitContext.of(1));
            Model copied = Sets.fit(claim.algorithm(), features.gather(repeated), response.gather(repeated));

            double[][] expected = Sets.predict(copied, features).outputs();
            double[][] actual = Sets.predict(weighted, features).outputs();
            for (int output = 0; output < expected.length; output++) {
                assertThat(actual[output]).as("%s", task).containsExactly(expected[output], within(2e-4));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void otherColumnsThanThoseFittedAreRefused(Claim claim) {
        if (claim.label().equals("constant") || claim.label().equals("formula")) {
            return;
        }
        Features features = Problems.features(100, 13);
        Model model = Sets.fit(claim.algorithm(), features, Problems.response(features, Task.TWO_CLASSES, 13));
        Features fewer = new Features(100, features.blocks().subList(0, 2));
        List<Block> swapped = new ArrayList<>(features.blocks());
        java.util.Collections.swap(swapped, 0, 1);

        assertThatThrownBy(() -> Sets.predict(model, fewer)).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> Sets.predict(model, new Features(100, swapped)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'x0'");
    }

    private static void checkFinite(Predictions predicted) {
        for (double[] output : predicted.outputs()) {
            for (double score : output) {
                assertThat(score).isFinite();
            }
        }
    }

    private static void checkProbabilities(Predictions predicted, Task task) {
        if (!predicted.probabilities()) {
            return;
        }
        double[][] outputs = predicted.outputs();
        for (int row = 0; row < predicted.rows(); row++) {
            double sum = 0;
            for (double[] output : outputs) {
                assertThat(output[row]).isBetween(-1e-6, 1 + 1e-6);
                sum += output[row];
            }
            if (task == Task.CLASSES) {
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    /** The smallest AUC over outputs, or the correlation with a number. */
    private static double strength(Response truth, Predictions predicted) {
        if (truth instanceof Response.Numbers numbers) {
            return correlation(numbers.values(), predicted.single());
        }
        double least = 1;
        for (int output = 0; output < predicted.outputs().length; output++) {
            boolean[] positive = new boolean[truth.rows()];
            for (int row = 0; row < positive.length; row++) {
                positive[row] = truth instanceof Response.Labels labels
                        ? labels.flags()[output][row]
                        : truth instanceof Response.Classes classes
                                && (classes.isBinary() ? classes.indicator(row) == 1 : classes.codes()[row] == output);
            }
            // No line tells the class in the middle from both of its neighbours.
            if (output != 1 || !(truth instanceof Response.Classes)) {
                least = Math.min(least, Ranks.auc(predicted.outputs()[output], positive));
            }
        }
        return least;
    }

    private static double correlation(double[] left, double[] right) {
        double first = Arrays.stream(left).average().orElseThrow();
        double second = Arrays.stream(right).average().orElseThrow();
        double product = 0;
        double one = 0;
        double other = 0;
        for (int row = 0; row < left.length; row++) {
            product += (left[row] - first) * (right[row] - second);
            one += (left[row] - first) * (left[row] - first);
            other += (right[row] - second) * (right[row] - second);
        }
        return product / Math.sqrt(one * other);
    }
}
