package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void countsTheDecimalsOfANumberAsItIsWritten() {
        assertThat(Decimals.of(3)).isZero();
        assertThat(Decimals.of(-0.5)).isEqualTo(1);
        assertThat(Decimals.of(155.54822335)).isEqualTo(8);
        assertThat(Decimals.of(1e-5)).isEqualTo(5);
        assertThat(Decimals.of(1e300)).isZero();
        assertThat(Decimals.of(1.0 / 3)).isEqualTo(Decimals.MOST);
    }

    @Test
    void takesTheFinestNumberAndPassesOverMissingOnes() {
        assertThat(Decimals.most(new double[] {1, 2.25, Double.NaN, Double.POSITIVE_INFINITY}))
                .isEqualTo(2);
        assertThat(Decimals.most(new double[] {})).isZero();
        assertThat(Decimals.most(new double[] {Double.NaN})).isZero();
    }

    @Test
    void roundingErrorOfAMeanShrinksWithTheRootOfTheRows() {
        // The variance of a uniform error of width w is w * w / 12.
        assertThat(Decimals.errorOfMean(2, 1)).isCloseTo(0.01 / Math.sqrt(12), within(1e-15));
        assertThat(Decimals.errorOfMean(2, 100)).isCloseTo(0.001 / Math.sqrt(12), within(1e-15));
        assertThat(Decimals.errorOfValue(1)).isCloseTo(0.05, within(1e-15));
    }
}
