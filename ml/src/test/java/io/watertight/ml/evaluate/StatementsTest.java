package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.RandomFolds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementsTest {

    /** The first half of the rows is told by x0 a little, the second half nearly always. */
    private static Dataset easierLater() {
        Random random = new Random(3);
        int rows = 1200;
        double[][] values = new double[2][rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            values[0][row] = random.nextGaussian();
            values[1][row] = random.nextGaussian();
            double logit = (row < rows / 2 ? 0.7 : 3) * values[0][row];
            codes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return Dataset.of(Draws.features(values), new Response.Classes(codes, List.of("no", "yes"), 1));
    }

    private static Evaluator evaluator() {
        return new Evaluator(new RandomFolds(5, 1), TinyLearners.baselines().withFormula(TinyLearners.formula("x0")));
    }

    @Test
    void aTestSetOnWhichEverythingIsEasierRaisesTheAlarm() {
        Evaluation evaluation =
                evaluator().withSplitter(new FixedRows(id -> id >= 600)).evaluate(easierLater());
        List<String> alarms = new Statements(evaluation).alarms();

        assertThat(alarms)
                .anySatisfy(alarm -> assertThat(alarm)
                        .startsWith(
                                "'linear' scores clearly better on held-out rows than on the rows it was fitted on: AUC")
                        .endsWith("The held-out rows are easier, or were seen before."));
        assertThat(alarms)
                .anySatisfy(alarm -> assertThat(alarm)
                        .startsWith("'formula x0'")
                        .endsWith("Nothing was fitted, so the held-out rows are easier than the others."));
    }

    @Test
    void anHonestSplitRaisesNone() {
        assertThat(new Statements(evaluator().evaluate(easierLater())).alarms()).isEmpty();
    }

    @Test
    void aModelThatDoesNotBeatTheLinearOneIsSaidNotToWithWhatItFits() {
        Evaluation evaluation =
                evaluator().withCandidates(List.of(TinyLearners.nearest())).evaluate(Draws.classes(1000, 4, 2, 1, 11));

        assertThat(new Statements(evaluation).all())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("'nearest' is worse than 'linear': AUC worse by")
                        .contains("It fits 3,200 numbers against 5 numbers.")
                        .endsWith("Prefer the simpler model."));
    }

    @Test
    void aModelThatIsAsGoodIsSaidNotToBeatIt() {
        Evaluation evaluation = evaluator()
                .withCandidates(List.of(TinyLearners.ridge("other linear", 3)))
                .evaluate(Draws.classes(300, 4, 2, 1, 11));

        assertThat(new Statements(evaluation).all())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("'other linear' does not beat 'linear' beyond its interval: AUC better by")
                        .endsWith("Prefer the simpler model."));
    }

    @Test
    void aModelThatBeatsTheConstantIsSaidTo() {
        Evaluation evaluation = evaluator()
                .withCandidates(List.of(TinyLearners.ridge("other linear", 3)))
                .evaluate(Draws.classes(300, 4, 2, 1, 11));
        Comparison comparison = evaluation.compare(
                evaluation.learner("other linear"),
                evaluation.learners(Standing.CONSTANT).get(0));

        assertThat(comparison.result()).isEqualTo(Comparison.Result.BETTER);
        assertThat(comparison.sentence()).startsWith("'other linear' beats 'constant': AUC better by 0.");
        assertThat(comparison.pValue()).isLessThan(0.01);
        assertThat(evaluation.comparisons()).hasSize(4);
    }

    @Test
    void whatTheChoiceItselfIsWorthIsSaid() {
        Evaluation evaluation = evaluator()
                .withCandidates(List.of(Tuned.grid(
                        "tuned",
                        List.of(TinyLearners.ridge("weak", 0.1), TinyLearners.ridge("strong", 100)),
                        new RandomFolds(3, 1),
                        Measures.AUC)))
                .evaluate(Draws.classes(300, 4, 2, 1, 11));

        assertThat(new Statements(evaluation).all())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("The best inner score of 'tuned' is AUC 0.")
                        .endsWith("of optimism."));
    }
}
