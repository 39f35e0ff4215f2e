package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.learn.Fitted;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static IndicatorBlock binned(Bins bins, double[] training, double... later) {
        Fitted fitted = fit(bins, column("x", training));
        return (IndicatorBlock) apply(fitted, column("x", later)).blocks().get(0);
    }

    @Test
    void binsOfEqualCountsEndAtQuantiles() {
        IndicatorBlock block = binned(
                Bins.ofEqualCounts(Columns.all(), 4),
                new double[] {1, 2, 3, 4, 100},
                -5,
                2,
                2.5,
                4,
                4.5,
                1e9,
                Double.NaN);
        assertThat(block.levels()).containsExactly("up to 2.0", "over 2.0 up to 3.0", "over 3.0 up to 4.0", "over 4.0");
        assertThat(block.codes()).containsExactly(0, 0, 1, 2, 3, 3, -1);
    }

    @Test
    void binsOfEqualWidthsDivideTheRange() {
        IndicatorBlock block = binned(Bins.ofEqualWidths(Columns.all(), 2), new double[] {0, 1, 2, 100}, 50, 51, 0);
        assertThat(block.levels()).containsExactly("up to 50.0", "over 50.0");
        assertThat(block.codes()).containsExactly(0, 1, 0);
    }

    @Test
    void repeatedValuesMakeFewerBins() {
        IndicatorBlock block =
                binned(Bins.ofEqualCounts(Columns.all(), 4), new double[] {0, 0, 0, 0, 0, 0, 0, 9}, 0, 1);
        assertThat(block.levels()).containsExactly("up to 0.0", "over 0.0");
        assertThat(block.codes()).containsExactly(0, 1);
    }

    @Test
    void aColumnWithoutValuesHasOneBin() {
        assertThat(binned(Bins.ofEqualCounts(Columns.all(), 3), new double[] {Double.NaN}, 1)
                        .levels())
                .containsExactly("any");
    }

    @Test
    void oneBinIsNone() {
        assertThatThrownBy(() -> Bins.ofEqualWidths(Columns.all(), 1)).hasMessageContaining("not 1");
    }
}
