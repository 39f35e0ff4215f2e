package io.watertight.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PlainMomentsTest {

    private static PlainMoments of(double... values) {
        return new PlainMoments(
                values.length,
                Arrays.stream(values).sum(),
                Arrays.stream(values).map(value -> value * value).sum());
    }

    @Test
    void meanAndDeviationAreThoseOfTheTextbook() {
        PlainMoments moments = of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(moments.isPrecise()).isTrue();
    }

    @Test
    void valuesFarFromZeroArePoorlyMeasuredAndKnowIt() {
        assertThat(of(1e9, 1e9 + 1, 1e9 + 2).isPrecise()).isFalse();
    }

    @Test
    void constantsAreNotTakenOnTrust() {
        assertThat(of(0.1, 0.1, 0.1).isPrecise()).isFalse();
    }

    @Test
    void squaresBeyondADoubleAreNotTakenOnTrust() {
        assertThat(of(1e200, -1e200).isPrecise()).isFalse();
        assertThat(of(1e-200, 3e-200).isPrecise()).isFalse();
    }

    @Test
    void oneValueHasNoDeviation() {
        assertThat(of(3).deviation()).isNaN();
        assertThat(of(3).isPrecise()).isFalse();
        assertThat(of().mean()).isNaN();
    }
}
