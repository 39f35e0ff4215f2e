package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.208, 20.8 %", "0.5, 50 %", "0.0001, < 0.1 %", "0.99999, > 99.9 %", "NaN, ?"})
    void aShareIsNeverRoundedToNoneOrAll(double share, String text) {
        assertThat(Numbers.share(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;0",
                "-3;-3",
                "1319;1,319",
                "0.5;0.500",
                "0.99996;0.99996",
                "1.00004;1.00004",
                "12.34;12.3",
                "1234.4;1,234",
                "1.2e-7;1.2e-07",
                "1e20;1.0e+20",
                "NaN;not measured",
                "Infinity;infinite",
                "-Infinity;minus infinite"
            })
    void aMeasuredNumberKeepsWhatMatters(double value, String text) {
        assertThat(Numbers.measured(value)).isEqualTo(text);
    }

    @Test
    void runsOfNumbersAreShortened() {
        assertThat(Numbers.ranges(List.of())).isEmpty();
        assertThat(Numbers.ranges(List.of(4))).isEqualTo("4");
        assertThat(Numbers.ranges(List.of(1, 2))).isEqualTo("1 and 2");
        assertThat(Numbers.ranges(List.of(1, 2, 3, 5))).isEqualTo("1-3, 5");
        assertThat(Numbers.ranges(List.of(1, 2, 4, 5, 6))).isEqualTo("1, 2, 4-6");
    }

    @Test
    void factsAreNumbersOrWords() {
        assertThat(Numbers.fact(1_000_000L)).isEqualTo("1,000,000");
        assertThat(Numbers.fact(2)).isEqualTo("2");
        assertThat(Numbers.fact(0.25)).isEqualTo("0.250");
        assertThat(Numbers.fact("word")).isEqualTo("word");
    }
}
