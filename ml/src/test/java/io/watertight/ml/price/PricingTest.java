package io.watertight.ml.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.check.Category;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Price;
import io.watertight.core.check.Severity;
import io.watertight.core.check.Subject;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.study.Task;
import io.watertight.ml.data.Response;
import io.watertight.ml.evaluate.Draws;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.evaluate.FixedRows;
import io.watertight.ml.evaluate.TinyLearners;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.split.Splitters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final Splitter BY_ENTITY = Splitters.of(new SplitPlan.Group("entity", false, Shape.folds(5)));

    private final Evaluator evaluator = new Evaluator(new RandomFolds(5, 2), TinyLearners.baselines()).withSeed(3);

    private static Finding finding(Fix fix, String... columns) {
        return new Finding(
                "some-check",
                "Some check",
                Category.ILLEGITIMATE_FEATURE,
                Severity.ERROR,
                Confidence.HIGH,
                new Subject(List.of(columns), ""),
                "It says so.",
                new Evidence("", Double.NaN, Double.NaN, Map.of(), Map.of(), List.of(), List.of(), 1),
                Optional.of(fix),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** x0 is nearly the outcome, x1 tells a little, x2 repeats x0. */
    private static Dataset leaky() {
        Random random = new Random(5);
        double[][] values = new double[3][400];
        int[] codes = new int[400];
        for (int row = 0; row < 400; row++) {
            values[1][row] = random.nextGaussian();
            codes[row] = random.nextDouble() < 1 / (1 + Math.exp(-values[1][row])) ? 1 : 0;
            values[0][row] = 4 * codes[row] + random.nextGaussian();
            values[2][row] = values[0][row] + 0.1 * random.nextGaussian();
        }
        return Dataset.of(Draws.features(values), new Response.Classes(codes, List.of("no", "yes"), 1));
    }

    private Pricing pricing(Dataset dataset) {
        return new Pricing(
                evaluator,
                TinyLearners.ridge("reference", 1),
                new Design("random", dataset, new RandomFolds(5, 2)),
                edit -> Optional.empty());
    }

    @Test
    void aColumnIsPricedOnTheSameRowsAndFolds() {
        Finding both = finding(Fix.leaveOut(List.of("x0", "x2")), "x0", "x2");
        Price price = pricing(leaky()).of(List.of(both)).get(both.fingerprint());

        assertThat(price.paired()).isTrue();
        assertThat(price.measure()).isEqualTo("AUC");
        assertThat(price.before()).isGreaterThan(0.97);
        assertThat(price.after()).isBetween(0.6, 0.85);
        assertThat(price.difference()).isCloseTo(price.before() - price.after(), within(1e-9));
        assertThat(price.low()).isGreaterThan(0.1);
        assertThat(price.isClear()).isTrue();
    }

    @Test
    void aLeakThatAnotherColumnRepeatsCostsNothingByItselfAndThePriceSaysWhy() {
        Finding one = finding(Fix.leaveOut(List.of("x0")), "x0");
        Price price = pricing(leaky()).of(List.of(one)).get(one.fingerprint());

        assertThat(price.difference()).isLessThan(0.02);
        assertThat(price.note()).isEqualTo("Not distinguishable from zero: other columns may tell the same.");
    }

    @Test
    void whatCannotBeEditedHasNoPrice() {
        Finding advice = finding(new Fix.Advice("drop repeated rows"));
        Finding gone = finding(Fix.leaveOut(List.of("no such column")), "no such column");

        assertThat(pricing(leaky()).of(List.of(advice, gone))).isEmpty();
    }

    @Test
    void aLearnerThatFailsWithoutTheColumnIsNotPricedButExplained() {
        Finding all = finding(Fix.leaveOut(List.of("x0", "x1", "x2")), "x0");
        Pricing pricing = new Pricing(
                evaluator,
                TinyLearners.formula("x0"),
                new Design("random", leaky(), new RandomFolds(5, 2)),
                edit -> Optional.empty());
        Price price = pricing.of(List.of(all)).get(all.fingerprint());

        assertThat(price.difference()).isNaN();
        assertThat(price.note()).startsWith("NoSuchElementException");
    }

    @Test
    void aGroupSplitIsPricedAgainstTheSplitAsFoundOnCommonRows() {
        Dataset grouped = Draws.entities(60, 6, 8);
        Finding straddling = finding(Fix.keepTogether(List.of("entity")));
        Pricing pricing = new Pricing(
                evaluator.withRepeats(2),
                TinyLearners.nearest(),
                new Design("random", grouped, new RandomFolds(5, 1)),
                edit -> edit.path().equals("group")
                        ? Optional.of(new Design("group", grouped, BY_ENTITY))
                        : Optional.empty());
        Price price = pricing.of(List.of(straddling)).get(straddling.fingerprint());

        assertThat(price.paired()).isFalse();
        assertThat(price.before()).isGreaterThan(0.95);
        assertThat(price.after()).isLessThan(0.7);
        assertThat(price.low()).isGreaterThan(0);
        assertThat(price.note())
                .contains("'random' gives AUC")
                .contains("The test set is about as hard as before: 'x2' as it is, to which nothing is fitted, moves");
    }

    @Test
    void whenAScoreThatNothingIsFittedToFallsAsMuchTheSplitChangedTheTestSet() {
        // As with the aftershocks: the first test set is easy for everybody.
        Random random = new Random(6);
        int rows = 1500;
        double[][] values = new double[2][rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            values[0][row] = random.nextGaussian();
            values[1][row] = random.nextGaussian();
            double logit = (row < 500 ? 3 : 0.7) * values[0][row];
            codes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        Dataset dataset = Dataset.of(Draws.features(values), new Response.Classes(codes, List.of("no", "yes"), 1));
        SplitComparison comparison = SplitComparison.of(
                new Evaluator(new RandomFolds(2, 1), TinyLearners.baselines()),
                TinyLearners.ridge("model", 1),
                List.of(
                        new Design("published", dataset, new FixedRows(id -> id < 500)),
                        new Design("new", dataset, new FixedRows(id -> id >= 1000))));

        assertThat(comparison.rows().get(0).score("model").value()).isGreaterThan(0.85);
        assertThat(comparison.rows().get(1).score("model").value()).isLessThan(0.75);
        assertThat(comparison.sentences().get(0))
                .contains(
                        "The split changed the test set: 'x0' as it is, to which nothing is fitted, moves from AUC 0.")
                .endsWith("as well, and what is not fitted cannot memorize.");
    }

    @Test
    void splitsThatChangeNothingAreSaidToChangeNothing() {
        Dataset dataset = Draws.numbers(300, 3, 2, 1, 9);
        SplitComparison comparison = SplitComparison.of(
                evaluator,
                TinyLearners.ridge("model", 1),
                List.of(
                        new Design("random", dataset, new RandomFolds(5, 1)),
                        new Design("other random", dataset, new RandomFolds(4, 1))));

        assertThat(comparison.sentences()).hasSize(1);
        assertThat(comparison.sentences().get(0))
                .contains("No clear difference: ")
                .contains("not paired");
    }

    @Test
    void theTableShowsColumnsOnAndOffAloneAndTogether() {
        ColumnsTable table = ColumnsTable.of(
                evaluator, TinyLearners.ridge("reference", 1), leaky(), List.of("x0", "x2", "no such column"));

        assertThat(table.arms())
                .extracting(ColumnsTable.Arm::name)
                .containsExactly(
                        "all columns", "none of them", "'x0' alone", "'x2' alone", "without 'x0'", "without 'x2'");
        ColumnsTable.Arm none = table.arms().get(1);
        assertThat(none.off()).containsExactly("x0", "x2");
        assertThat(none.belowAll().gain().low()).isGreaterThan(0.1);
        assertThat(table.arms().get(2).overNone().gain().low()).isGreaterThan(0.1);
        assertThat(table.arms().get(4).belowAll().gain().contains(0)).isTrue();
        assertThat(table.sentence())
                .startsWith("AUC 0.9")
                .contains("they are worth 0.")
                .contains("cost, not guilt");
    }

    @Test
    void oneDoubtfulColumnIsOnOrOff() {
        ColumnsTable table = ColumnsTable.of(
                evaluator, TinyLearners.ridge("reference", 1), Draws.classes(200, 3, 1, 1, 3), List.of("x2"));

        assertThat(table.arms()).hasSize(2);
        assertThat(table.sentence()).contains("no difference beyond the interval");
    }

    @Test
    void theReferenceLearnerTakesATableAsItIs() {
        assertThat(ReferenceLearner.standard(Task.BINARY).name()).startsWith("reference");
    }
}
