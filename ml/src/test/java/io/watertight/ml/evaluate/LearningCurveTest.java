package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.measure.Measures;
import io.watertight.ml.split.RandomFolds;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    private final Evaluator evaluator = new Evaluator(new RandomFolds(5, 1), TinyLearners.baselines());

    @Test
    void aSimpleSignalSaturatesEarly() {
        LearningCurve curve =
                LearningCurve.of(evaluator, TinyLearners.ridge("two numbers", 1), Draws.classes(2000, 2, 2, 1.5, 21));

        assertThat(curve.points()).hasSize(5);
        assertThat(curve.points().get(0).rows()).isEqualTo(80);
        assertThat(curve.points().get(4).rows()).isEqualTo(1600);
        assertThat(curve.saturation()).isPresent();
        assertThat(curve.sentence()).startsWith("The signal saturates early: ").contains("Simplify");
    }

    @Test
    void aMemoryWantsMoreRows() {
        LearningCurve curve = LearningCurve.of(evaluator, TinyLearners.nearest(), Draws.classes(600, 3, 3, 1.5, 22));

        assertThat(curve.saturation()).isEmpty();
        assertThat(curve.sentence()).startsWith("The second half of the rows adds 0.0");
    }

    @Test
    void theSentencesFollowTheNumbers() {
        Interval half = Interval.around(0.5, 0.1, "");
        Interval good = Interval.around(0.8371, 0.01, "");
        Interval best = Interval.around(0.8496, 0.01, "");

        // The aftershock networks: 1,500 rows against 4,743,090.
        assertThat(new LearningCurve(
                                "network",
                                Measures.AUC,
                                0.5,
                                List.of(
                                        new LearningCurve.Point(0.0003, 1500, good),
                                        new LearningCurve.Point(1, 4_743_090, best)))
                        .sentence())
                .isEqualTo("The signal saturates early: 1,500 rows give AUC 0.837, all 4,743,090 give 0.850."
                        + " Simplify: a smaller model, or fewer rows, will do.");
        assertThat(new LearningCurve(
                                "luck",
                                Measures.AUC,
                                0.5,
                                List.of(new LearningCurve.Point(0.1, 10, half), new LearningCurve.Point(1, 100, half)))
                        .sentence())
                .isEqualTo("'luck' does not beat the constant with any number of rows.");
    }
}
