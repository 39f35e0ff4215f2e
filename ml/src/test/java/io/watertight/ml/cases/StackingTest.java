package io.watertight.ml.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.algorithm.neighbour.NearestNeighbours;
import io.watertight.ml.algorithm.tree.RandomForest;
import io.watertight.ml.algorithm.tree.TreeSettings;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.NewRows;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.Stacked;
import io.watertight.ml.split.RandomFolds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * docs/cases/stacking.md. 600 rows, five columns of which two tell something, and 20,000 fresh rows of the same kind as the truth. Seed 11.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StackingTest {

    private static final long SEED = 11;

    private static final List<Learner> MEMBERS = List.of(
            member("forest", new RandomForest(200, new TreeSettings(30, 1, 0))),
            member("neighbours", new NearestNeighbours(5)),
            member("logistic", new LogisticRegression()));

    private static final Stacked STACK = new Stacked("stack", MEMBERS, new LogisticRegression(), new RandomFolds(5, 1));

    private Table study;
    private Table fresh;

    private static Learner member(String name, Algorithm algorithm) {
        return new Pipeline(name, List.of(), algorithm);
    }

    private record Table(Features features, Response.Classes response) {

        static Table draw(int rows, Random random) {
            double[][] values = new double[5][rows];
            int[] outcomes = new int[rows];
            for (int row = 0; row < rows; row++) {
                for (double[] column : values) {
                    column[row] = random.nextGaussian();
                }
                double logit = 0.8 * values[0][row] + 0.8 * values[1][row];
                outcomes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            }
            List<Block> blocks = new ArrayList<>();
            for (int column = 0; column < values.length; column++) {
                blocks.add(NumberBlock.of("x" + column, values[column]));
            }
            return new Table(new Features(rows, blocks), new Response.Classes(outcomes, List.of("no", "yes"), 1));
        }

        Dataset dataset() {
            return Dataset.of(features, response);
        }
    }

    private static double area(Response response, Predictions said) {
        double[] weights = new double[response.rows()];
        Arrays.fill(weights, 1);
        return Measures.AUC.value(response, said, weights);
    }

    @BeforeAll
    void draw() {
        Random random = new Random(SEED);
        study = Table.draw(600, random);
        fresh = Table.draw(20_000, random);
    }

    private static double crossValidated(Learner learner, Dataset dataset) {
        return new RandomFolds(5, 1)
                .split(dataset, SEED).stream()
                        .mapToDouble(fold -> area(
                                fold.evaluation().response(),
                                learner.fit(fold.training(), FitContext.of(SEED))
                                        .predict(fold.evaluation())))
                        .average()
                        .orElseThrow();
    }

    /** All rows but one: a model is fitted through a fold or not at all. */
    private static Model onAll(Learner learner, Dataset dataset) {
        Fold nearlyAll = new RandomFolds(dataset.rows(), 1).split(dataset, SEED).get(0);
        return learner.fit(nearlyAll.training(), FitContext.of(SEED));
    }

    private double onFresh(Learner learner) {
        return area(fresh.response(), onAll(learner, study.dataset()).predict(new NewRows(fresh.features())));
    }

    /** What members fitted on the study say of these rows, as columns. */
    private Features said(Features rows) {
        return new Features(
                rows.rows(),
                MEMBERS.stream()
                        .<Block>map(member -> NumberBlock.of(
                                member.name(),
                                onAll(member, study.dataset())
                                        .predict(new NewRows(rows))
                                        .single()))
                        .toList());
    }

    /** Members say what they think of rows they were fitted on; blending is then cross-validated, neatly and too late. */
    @Test
    void stackingInSampleLooksFlawlessAndIsWorthLessThanOneMember() {
        Learner blender = new Pipeline(List.of(), new LogisticRegression());
        Dataset inSample = Dataset.of(said(study.features()), study.response());

        double estimate = crossValidated(blender, inSample);
        double truth = area(fresh.response(), onAll(blender, inSample).predict(new NewRows(said(fresh.features()))));

        assertThat(estimate).isGreaterThan(0.995);
        assertThat(truth).isBetween(0.70, 0.75);
        assertThat(truth).isLessThan(onFresh(MEMBERS.get(2)));
    }

    @Test
    void stackingOutOfFoldIsWorthWhatItsEstimateSays() {
        double estimate = crossValidated(STACK, study.dataset());
        double truth = onFresh(STACK);

        assertThat(estimate).isCloseTo(0.773, within(0.01));
        assertThat(truth).isCloseTo(0.755, within(0.01));
    }
}
