package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.learn.Fitted;
import org.junit.jupiter.api.Test;

class ReshapeTest {

    @Test
    void logarithmsKeepTheSign() {
        Fitted fitted = fit(Reshape.logarithm(Columns.all()), column("x", 0, Math.E - 1, 1 - Math.E, Double.NaN));
        assertThat(numbers(fitted.training().features(), "x"))
                .containsExactly(new double[] {0, 1, -1, Double.NaN}, within(1e-15));
    }

    @Test
    void powersAgreeWithScikitLearn() {
        // scikit-learn 1.9.1, PowerTransformer(method="yeo-johnson", standardize=False), power 0.5111771423484729.
        Fitted fitted = fit(Reshape.yeoJohnson(Columns.all()), column("x", -3, -1, 0, 0.5, 1, 2, 3, 5, 9, 20));
        assertThat(numbers(fitted.training().features(), "x"))
                .containsExactly(
                        new double[] {
                            -4.61908339519199,
                            -1.2134410829204632,
                            0,
                            0.4505442836125675,
                            0.8318302285710423,
                            1.4739516180552,
                            2.017365150692653,
                            2.932524645175614,
                            4.391274943831773,
                            7.318793709017923
                        },
                        within(1e-5));
        assertThat(YeoJohnson.power(new double[] {1, 2, 2, 4, 7, 11, 16, 22}))
                .isCloseTo(-0.08502628641096285, within(1e-6));
    }

    @Test
    void thePowersOfTheDefinition() {
        // Power 1 changes nothing; 0 and 2 are the limits that are logarithms.
        assertThat(YeoJohnson.apply(3, 1)).isCloseTo(3, within(1e-12));
        assertThat(YeoJohnson.apply(-3, 1)).isCloseTo(-3, within(1e-12));
        assertThat(YeoJohnson.apply(3, 0)).isEqualTo(Math.log(4));
        assertThat(YeoJohnson.apply(-3, 2)).isEqualTo(-Math.log(4));
        assertThat(YeoJohnson.apply(3, 2)).isCloseTo(7.5, within(1e-12));
    }

    @Test
    void aColumnWithoutSpreadKeepsItsForm() {
        Fitted fitted = fit(Reshape.yeoJohnson(Columns.all()), column("x", 4, 4, 4));
        assertThat(numbers(apply(fitted, column("x", 4, 10)), "x"))
                .containsExactly(new double[] {4, 10}, within(1e-12));
    }

    @Test
    void outliersMoveToTheQuantilesOfTheTrainingRows() {
        // Quartiles of 1, 2, 3, 4, 5 are 2 and 4.
        Fitted fitted = fit(Reshape.clip(Columns.all(), 0.25), column("x", 5, 4, 3, 2, 1));
        assertThat(numbers(fitted.training().features(), "x")).containsExactly(4, 4, 3, 2, 2);
        assertThat(numbers(apply(fitted, column("x", -100, 1000, Double.NaN)), "x"))
                .containsExactly(2, 4, Double.NaN);
    }

    @Test
    void aColumnWithoutValuesIsNotClipped() {
        Fitted fitted = fit(Reshape.clip(Columns.all(), 0.1), column("x", Double.NaN, Double.NaN));
        assertThat(numbers(apply(fitted, column("x", 7)), "x")).containsExactly(7);
    }

    @Test
    void halfOfTheRowsAreNoTail() {
        assertThatThrownBy(() -> Reshape.clip(Columns.all(), 0.5)).hasMessageContaining("not 0.5");
    }
}
