package io.watertight.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FalsePositiveRateTest {

    /** Golden numbers: 1 - 0.05^(1/n) without a finding; qbeta(0.95, k + 1, n - k) of R otherwise. */
    @ParameterizedTest
    @CsvSource({"10, 0, 0.25887", "400, 0, 0.0074613", "10, 1, 0.39416", "10, 10, 1", "0, 0, 1"})
    void theBoundIsThatOfClopperAndPearson(int audits, int found, double bound) {
        assertThat(new FalsePositiveRate(audits, found, "").upperBound()).isCloseTo(bound, within(1e-5));
    }

    @Test
    void aLineIsReadAndTheHeaderIsNot() {
        Map<String, FalsePositiveRate> all = new TreeMap<>();
        FalsePositiveRate.parse(FalsePositiveRate.HEADER, all);
        FalsePositiveRate.parse("new-levels,100,20,info high: 5; warning high: 15", all);
        assertThat(all)
                .containsOnly(
                        Map.entry("new-levels", new FalsePositiveRate(100, 20, "info high: 5; warning high: 15")));
    }

    @Test
    void theSentenceSaysRateAndBoundOrWhyThereIsNone() {
        assertThat(new FalsePositiveRate(400, 2, "").sentence())
                .contains("In 400 audits", "2 times: 0.5%", "at most 1.6%");
        assertThat(new FalsePositiveRate(0, 0, "").sentence())
                .contains("no rate")
                .doesNotContain("NaN");
    }
}
