package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Fitted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden numbers: scikit-learn 1.9.1, StandardScaler, MinMaxScaler and RobustScaler of [1, 2, 2, 4, 7, 11, 16, 22]. */
class ScaleTest {

    private static final double[] VALUES = {1, 2, 2, 4, 7, 11, 16, 22};

    private static void scaled(Scale scale, double... expected) {
        Fitted fitted = fit(scale, column("x", VALUES));
        assertThat(numbers(fitted.training().features(), "x")).containsExactly(expected, within(1e-14));
    }

    @Test
    void standardScalingAgreesWithScikitLearn() {
        scaled(
                Scale.standard(Columns.all()),
                -0.9990779158942759,
                -0.8588564540143775,
                -0.8588564540143775,
                -0.5784135302545808,
                -0.15774914461488565,
                0.4031367029047078,
                1.1042440123041997,
                1.9455727835835899);
    }

    @Test
    void scalingToARangeAgreesWithScikitLearn() {
        scaled(
                Scale.toRange(Columns.all()),
                0,
                0.047619047619047616,
                0.047619047619047616,
                0.14285714285714285,
                0.2857142857142857,
                0.4761904761904761,
                0.7142857142857142,
                1);
    }

    @Test
    void robustScalingAgreesWithScikitLearn() {
        scaled(
                Scale.robust(Columns.all()),
                -0.43902439024390244,
                -0.34146341463414637,
                -0.34146341463414637,
                -0.14634146341463414,
                0.14634146341463414,
                0.5365853658536586,
                1.024390243902439,
                1.6097560975609757);
    }

    @Test
    void otherRowsAreScaledByTheTrainingRows() {
        Fitted fitted = fit(Scale.toRange(Columns.all()), column("x", 10, 20));
        assertThat(numbers(apply(fitted, column("x", 30, 10, 15)), "x")).containsExactly(2, 0, 0.5);
    }

    @Test
    void aColumnWithoutSpreadIsOnlyShifted() {
        // 0.1 thrice has a mean that is not 0.1.
        for (Scale scale :
                List.of(Scale.standard(Columns.all()), Scale.toRange(Columns.all()), Scale.robust(Columns.all()))) {
            Fitted fitted = fit(scale, column("x", 0.1, 0.1, 0.1));
            assertThat(numbers(apply(fitted, column("x", 1.1)), "x")).containsExactly(new double[] {1}, within(1e-12));
        }
    }

    @Test
    void missingValuesStayMissingAndCountNothing() {
        Fitted fitted = fit(Scale.standard(Columns.all()), column("x", 1, Double.NaN, 3));
        assertThat(numbers(fitted.training().features(), "x")).containsExactly(-1, Double.NaN, 1);
    }

    @Test
    void sparseColumnsAreStretchedAndNeverFilled() {
        // Column 0 holds 0, 2, 4: mean 2, deviation sqrt(8/3). Column 1 holds 0, 0, 0.
        SparseBlock sparse = new SparseBlock(
                "text", List.of("a", "b"), new int[] {0, 0, 1, 2}, new int[] {0, 0}, new double[] {2, 4});
        SparseBlock scaled = (SparseBlock) fit(Scale.standard(Columns.all()), sparse)
                .training()
                .features()
                .blocks()
                .get(0);
        assertThat(scaled.values())
                .containsExactly(new double[] {2 / Math.sqrt(8 / 3.0), 4 / Math.sqrt(8 / 3.0)}, within(1e-14));
        assertThat(scaled.starts()).containsExactly(0, 0, 1, 2);
        assertThat(sparse.values()).containsExactly(2, 4);
        SparseBlock ranged = (SparseBlock) fit(Scale.toRange(Columns.all()), sparse)
                .training()
                .features()
                .blocks()
                .get(0);
        assertThat(ranged.values()).containsExactly(0.5, 1);
    }

    @Test
    void indicatorsAreLeftAlone() {
        IndicatorBlock block = new IndicatorBlock("city", new int[] {0, -1}, List.of("a"));
        Fitted fitted = fit(Scale.standard(Columns.all()), block);
        assertThat(apply(fitted, block).blocks()).containsExactly(block);
    }
}
