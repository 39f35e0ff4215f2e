package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.study.Task;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.price.ColumnsTable;
import io.watertight.ml.price.ReferenceLearner;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.Splitters;
import io.watertight.ml.transform.DefaultPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The page's example, on a table with words and missing values, with the learners people use. */
class EvaluationPageTest {

    private final SplitPlan plan = new SplitPlan.Stratified(Shape.folds(3));

    /** A number with gaps, a word, and a copy of the outcome with some noise. */
    private static Dataset loans() {
        Random random = new Random(12);
        int rows = 400;
        double[] income = new double[rows];
        double[] collected = new double[rows];
        int[] city = new int[rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            city[row] = random.nextInt(3);
            double value = random.nextGaussian();
            codes[row] = random.nextDouble() < 1 / (1 + Math.exp(-value - (city[row] - 1))) ? 1 : 0;
            income[row] = row % 10 == 0 ? Double.NaN : value;
            collected[row] = 3 * codes[row] + random.nextGaussian();
        }
        return Dataset.of(
                new Features(
                        rows,
                        List.of(
                                NumberBlock.of("income", income),
                                new CategoryBlock("city", city, List.of("A", "B", "C")),
                                NumberBlock.of("collected", collected))),
                new Response.Classes(codes, List.of("repaid", "default"), 1));
    }

    private static List<Learner> candidates() {
        BoostedTrees.Settings settings = BoostedTrees.Settings.standard().withRounds(20);
        return List.of(2, 4).stream()
                .<Learner>map(depth -> new Pipeline(
                        "depth " + depth,
                        DefaultPipeline.steps(DefaultPipeline.Kind.TREES),
                        new BoostedTrees(settings.withDepth(depth))))
                .toList();
    }

    @Test
    void theExampleRuns() {
        Dataset dataset = loans();
        Task task = Task.BINARY;
        Splitter splitter = Splitters.of(plan);
        Splitter innerSplitter = Splitters.inside(plan, 3);
        List<Learner> candidates = candidates();

        Evaluation evaluation = new Evaluator(splitter, Baselines.standard(task))
                .withCandidates(List.of(Tuned.grid("boosting", candidates, innerSplitter, Measures.AUC)))
                .withSeed(1)
                .withThreads(2)
                .evaluate(dataset);
        Interval score = evaluation.interval(evaluation.learner("boosting"));
        List<String> sentences = new Statements(evaluation).all();

        assertThat(evaluation.learners())
                .allSatisfy(learner -> assertThat(learner.failed()).isEmpty());
        assertThat(score.value()).isGreaterThan(0.9);
        assertThat(sentences).anyMatch(sentence -> sentence.contains("beyond its interval"));
    }

    @Test
    void theReferenceLearnerPricesAColumnOfTheTable() {
        ColumnsTable table = ColumnsTable.of(
                new Evaluator(Splitters.of(plan), Baselines.standard(Task.BINARY)),
                ReferenceLearner.standard(Task.BINARY),
                loans(),
                List.of("collected"));

        assertThat(table.arms().get(1).belowAll().gain().value()).isGreaterThan(0.1);
        assertThat(table.evaluation().learners())
                .allSatisfy(learner -> assertThat(learner.failed()).isEmpty());
    }

    @Test
    void theExampleOnThePageIsTheOneThatRuns() throws IOException {
        List<String> page = Files.readAllLines(Path.of("../docs/evaluation.md"));
        List<String> here =
                Files.readAllLines(Path.of("src/test/java/io/watertight/ml/evaluate/EvaluationPageTest.java")).stream()
                        .map(String::strip)
                        .toList();
        List<String> example = page.subList(page.indexOf("## In Java") + 1, page.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(example).hasSizeGreaterThan(5);
        assertThat(here).containsAll(example);
    }
}
