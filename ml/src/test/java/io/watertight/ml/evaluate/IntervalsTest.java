package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.split.Splitters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final double[] SCORES = {
        0.6, 0.59, 0.75, 0.09, 0.03, 0.66, 0.6, 0.4, 0.35, 0.07, 0.43, 0.9, 0.33, 0.32, 0.12, 0.48, 0.88, 0.27, 0.01,
        0.47, 0.53, 0.55, 0.5, 0.01, 0.54, 0.57, 0.51, 0.45, 0.01, 0.3, 0.89, 0.45, 0.09, 0.34, 0.36, 0.9, 0.4, 0.05,
        0.37, 0.43
    };

    private final Response.Classes truth = new Response.Classes(
            IntStream.range(0, 40).map(row -> row * 7 % 11 < 4 ? 1 : 0).toArray(), List.of("no", "yes"), 1);

    @Test
    void theVarianceOfOneAreaIsDeLongs() {
        // Placement values by their definition (all pairs), NumPy 2, on the same rows.
        double[] area = DeLong.areaAndVariance(SCORES, truth);

        assertThat(area[0]).isCloseTo(0.7946666666666666, within(1e-12));
        assertThat(area[1]).isCloseTo(0.005245566137566137, within(1e-12));
    }

    @Test
    void anIntervalOfAnAreaStaysWithinZeroAndOne() {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        int[] positions = IntStream.range(0, 40).toArray();
        Interval interval = DeLong.interval(new Pool(positions, truth, Predictions.ofScores(SCORES), ones));
        double[] perfect = IntStream.range(0, 40).mapToDouble(truth::indicator).toArray();
        Interval sure = DeLong.interval(new Pool(positions, truth, Predictions.ofScores(perfect), ones));

        assertThat(interval.low()).isBetween(0.5, 0.7946);
        assertThat(interval.high()).isBetween(0.7947, 1.0);
        assertThat(sure.high()).isEqualTo(1);
        assertThat(sure.low()).isEqualTo(1 - 3.0 / 15);
    }

    @Test
    void noIntervalGoesWhereItsMeasureCannot() {
        Interval area = Interval.around(0.99, 0.02, "t").within(Measures.AUC.lowest(), Measures.AUC.highest());
        Interval loss = Interval.around(0.1, 0.3, "t").within(Measures.LOG_LOSS.lowest(), Measures.LOG_LOSS.highest());
        Interval explained = Interval.around(0.9, 2, "t").within(Measures.R2.lowest(), Measures.R2.highest());
        Interval slope = Interval.around(1, 3, "t")
                .within(Measures.CALIBRATION_SLOPE.lowest(), Measures.CALIBRATION_SLOPE.highest());

        assertThat(area.high()).isEqualTo(1);
        assertThat(loss.low()).isZero();
        assertThat(explained.low()).isCloseTo(-1.1, within(1e-12));
        assertThat(explained.high()).isEqualTo(1);
        assertThat(slope.low()).isEqualTo(-2);
        assertThat(slope.high()).isEqualTo(4);
    }

    @Test
    void theCorrectedTIsThatOfNadeauAndBengio() {
        // sqrt((1/10 + 0.25) S2), t with 9 degrees of freedom: SciPy 1.17.1.
        double[] differences = {.02, .05, -.01, .03, .04, .00, .06, .02, .01, .03};
        Estimate estimate = CorrectedT.of(differences, 0.25);

        assertThat(estimate.value()).isCloseTo(0.025, within(1e-12));
        assertThat(estimate.standardError()).isCloseTo(0.012856040517117927, within(1e-12));
        assertThat(estimate.pValue()).isCloseTo(0.0836876865138848, within(1e-9));
        assertThat(estimate.interval().high() - 0.025).isCloseTo(0.02908238414102226, within(1e-9));
    }

    @Test
    void aRepeatMakesTheIntervalNarrowerButNotByTheSquareRootOfTwo() {
        Dataset dataset = Draws.classes(300, 3, 2, 0.8, 4);
        Interval once = linear(new RandomFolds(5, 1), dataset);
        Interval often = linear(new RandomFolds(5, 20), dataset);

        // However often the same rows are dealt, they are the same rows: 100 folds, a tenth of the naive width at best.
        assertThat(often.width()).isGreaterThan(0.05);
        assertThat(once.width()).isGreaterThan(0.05);
    }

    private static Interval linear(Splitter splitter, Dataset dataset) {
        Evaluation evaluation = new Evaluator(splitter, TinyLearners.baselines()).evaluate(dataset);
        return evaluation.interval(evaluation.learner("linear"));
    }

    @Test
    void rowsOfOneEntityCountAsOneSoThatTheIntervalIsWider() {
        Dataset grouped = Draws.entities(40, 10, 5);
        Evaluation evaluation = new Evaluator(
                        Splitters.of(new SplitPlan.Group("entity", false, Shape.folds(5))), TinyLearners.baselines())
                .evaluate(grouped);
        LearnerResult linear = evaluation.learner("linear");
        Interval aware = new Intervals(new Blocks(Blocking.of(grouped)), 1).of(linear.scored(), Measures.AUC, 0);
        Blocks rows =
                new Blocks(List.of(new Blocking("rows", IntStream.range(0, 400).toArray(), 400)));
        Estimate byRow = bootstrap(rows, linear);
        Estimate byEntity = bootstrap(new Blocks(Blocking.of(grouped)), linear);

        assertThat(byEntity.standardError()).isGreaterThan(1.5 * byRow.standardError());
        assertThat(aware.width()).isGreaterThanOrEqualTo(byEntity.interval().width());
    }

    private static Estimate bootstrap(Blocks blocks, LearnerResult learner) {
        List<Pool> pools = learner.scored().stream().map(Pool::of).toList();
        BlockBootstrap bootstrap = new BlockBootstrap(blocks.blockings().get(0).within(pools), 3);
        return bootstrap.of(
                0.5,
                400,
                times -> bootstrap.mean(
                        pools,
                        times,
                        (index, weights) -> Measures.AUC.value(
                                pools.get(index).truth(), pools.get(index).predicted(), weights)));
    }

    @Test
    void aFragmentOfAPeriodDoesNotBlowUpAnInterval() {
        double[] days =
                IntStream.range(0, 400).mapToDouble(row -> 86_400.0 * row).toArray();
        Evaluation evaluation = new Evaluator(
                        Splitters.of(new SplitPlan.ForwardChaining(new SplitPlan.Chain("day", Shape.folds(6)))),
                        TinyLearners.baselines())
                .withMeasures(List.of(Measures.R2))
                .evaluate(Draws.numbers(400, 3, 2, 1, 9).withTimes(days));

        assertThat(evaluation.interval(evaluation.learner("linear")).width()).isLessThan(0.5);
    }

    @Test
    void timeIsDrawnInStretches() {
        Dataset dataset = Draws.numbers(400, 2, 1, 1, 6)
                .withTimes(IntStream.range(0, 400).mapToDouble(row -> row).toArray());
        Blocking blocking = Blocking.of(dataset).get(0);

        assertThat(blocking.blocks()).isEqualTo(20);
        assertThat(blocking.codes()[0]).isEqualTo(blocking.codes()[19]);
        assertThat(blocking.codes()[19]).isNotEqualTo(blocking.codes()[20]);
    }

    @Test
    void rowsOfOneMomentStayInOneStretchAndRowsWithoutTimeHaveTheirOwn() {
        Dataset dataset = Draws.numbers(100, 2, 1, 1, 6)
                .withTimes(IntStream.range(0, 100)
                        .mapToDouble(row -> row == 99 ? Double.NaN : row / 50)
                        .toArray());
        Blocking blocking = Blocking.of(dataset).get(0);

        assertThat(blocking.blocks()).isEqualTo(3);
        assertThat(Arrays.stream(blocking.codes()).limit(50)).containsOnly(0);
        assertThat(blocking.codes()[99]).isEqualTo(2);
    }

    @Test
    void oneTestSetHasDeLongsInterval() {
        Evaluation evaluation = new Evaluator(
                        Splitters.of(new SplitPlan.Random(new Shape.HoldOut(300_000, 1))), TinyLearners.baselines())
                .evaluate(Draws.classes(400, 3, 2, 1, 8));

        assertThat(evaluation.interval(evaluation.learner("linear")).method()).startsWith("DeLong on 120 rows");
    }

    @Test
    void theWiderOfTwoIntervalsCounts() {
        Interval narrow = Interval.around(0.5, 0.1, "narrow");
        Interval wide = Interval.around(0.5, 0.2, "wide");

        assertThat(narrow.wider(wide)).isEqualTo(wide);
        assertThat(wide.wider(narrow)).isEqualTo(wide);
        assertThat(Interval.unknown(0.5, "none").wider(narrow)).isEqualTo(narrow);
        assertThat(narrow.text()).isEqualTo("0.500 [0.400, 0.600]");
        assertThat(Interval.unknown(0.5, "none").text()).isEqualTo("0.500 [no interval]");
    }
}
