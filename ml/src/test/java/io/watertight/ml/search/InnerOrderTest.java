package io.watertight.ml.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.study.Lag;
import io.watertight.ml.evaluate.Draws;
import io.watertight.ml.evaluate.TinyLearners;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.split.Splitters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the future is predicted, settings are chosen on the future too: no inner fold trains on what comes after it. */
final class InnerOrderTest {

    /** 300 rows on 60 days, in no order; five rows a day. */
    private static Dataset dated(long seed) {
        Random random = new Random(seed);
        double[] days = IntStream.range(0, 300).mapToDouble(row -> row / 5).toArray();
        for (int row = days.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            double kept = days[row];
            days[row] = days[other];
            days[other] = kept;
        }
        return Draws.classes(300, 3, 1, 1.5, seed)
                .withTimes(Arrays.stream(days).map(day -> day * 86_400).toArray());
    }

    private static Chain chain(Shape shape) {
        return new Chain("day", shape, Optional.empty(), Optional.of(Lag.parse("2d")), Optional.empty());
    }

    private static double last(RawTrainingSet training) {
        return Arrays.stream(training.inSample().times().orElseThrow()).max().orElseThrow();
    }

    private static double first(Fold fold) {
        return Arrays.stream(fold.evaluation().times().orElseThrow()).min().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void innerFoldsOfASplitByTimeLieBeforeWhatTheyAreJudgedOnWithTheSameGap(long seed) {
        for (Shape shape : List.of(Shape.folds(4), Shape.holdOut(0.25))) {
            SplitPlan plan = new SplitPlan.ForwardChaining(chain(shape));
            Splitter inner = Splitters.inside(plan, 3);
            List<Fold> outer = Splitters.of(plan).split(dated(seed), seed);
            Fold newest = outer.get(outer.size() - 1);

            List<Fold> folds = InnerFolds.of(newest.training(), inner, seed);

            assertThat(inner.keepsOrder()).isTrue();
            assertThat(folds)
                    .isNotEmpty()
                    .allSatisfy(fold -> assertThat(first(fold) - last(fold.training()))
                            .as("seed %d, %s", seed, shape)
                            .isGreaterThan(2 * 86_400));
        }
    }

    /** Says that it keeps the order, and deals at random. */
    private static final class Boasting extends Splitter {

        @Override
        public String describe() {
            return "in order, allegedly";
        }

        @Override
        public boolean keepsOrder() {
            return true;
        }

        @Override
        protected List<List<Division>> divide(SplitterInput input, long seed) {
            return List.of(List.of(new Division(
                    IntStream.range(0, input.rows()).filter(row -> row % 3 != 0).toArray(),
                    IntStream.range(0, input.rows()).filter(row -> row % 3 == 0).toArray())));
        }
    }

    @Test
    void aSplitterThatSaysItKeepsTheOrderAndDoesNotIsRefused() {
        RawTrainingSet training = Splitters.of(new SplitPlan.ForwardChaining(chain(Shape.holdOut(0.25))))
                .split(dated(4), 4)
                .get(0)
                .training();

        assertThatThrownBy(() -> Tuned.grid("tuned", List.of(TinyLearners.nearest()), new Boasting(), Measures.AUC)
                        .fit(training, FitContext.of(1)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("in order, allegedly")
                .hasMessageContaining("trains on rows that come after rows it is judged on");
    }
}
