package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptimismTest {

    /** 2 to 5 in closed form (David and Nagaraja, "Order Statistics", 2003, section 3.2); the others from Harter, Biometrika 48 (1961). */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1e-12",
        "2, 0.5641895835477563, 1e-10",
        "3, 0.8462843753216345, 1e-10",
        "4, 1.0293753730039641, 1e-10",
        "5, 1.1629644736405196, 1e-10",
        "10, 1.53875, 6e-6",
        "20, 1.86748, 6e-6",
        "50, 2.24907, 6e-6",
        "100, 2.50759, 6e-6",
    })
    void expectedMaximaAgreeWithTables(int draws, double expected, double precision) {
        assertThat(Optimism.expectedMaximum(draws)).isCloseTo(expected, within(precision));
    }

    @Test
    void theBoundIsNeverBelowTheExpectation() {
        for (int choices = 1; choices < 2_000_000; choices = choices * 3 / 2 + 1) {
            Optimism optimism = new Optimism(choices, choices, OptionalDouble.of(0.02));

            assertThat(optimism.bound().orElseThrow())
                    .isGreaterThanOrEqualTo(optimism.expected().orElseThrow())
                    .isEqualTo(0.02 * Math.sqrt(2 * Math.log(choices)), within(1e-12));
        }
    }

    @Test
    void theBestOfManyUselessModelsGainsWhatIsExpected() {
        Random random = new Random(5);
        int rows = 400;
        double gained = 0;
        for (int run = 0; run < 300; run++) {
            double best = 0;
            for (int model = 0; model < 11; model++) {
                int right = 0;
                for (int row = 0; row < rows; row++) {
                    right += random.nextInt(2);
                }
                best = Math.max(best, (double) right / rows);
            }
            gained += (best - 0.5) / 300;
        }
        Optimism optimism = new Optimism(11, 11, OptionalDouble.of(0.5 / Math.sqrt(rows)));

        assertThat(gained)
                .isCloseTo(optimism.expected().orElseThrow(), within(0.003))
                .isLessThan(optimism.bound().orElseThrow());
    }

    @Test
    void itIsSaidInOneSentence() {
        assertThat(new Optimism(7, 7, OptionalDouble.of(0.0061)).text())
                .isEqualTo("7 looks; picking the best of them may add up to 0.012");
        assertThat(new Optimism(7, 3, OptionalDouble.of(0.1)).text())
                .isEqualTo("7 looks at 3 models; picking the best of them may add up to 0.15");
        assertThat(new Optimism(2, 2, OptionalDouble.empty()).text())
                .isEqualTo("2 looks; picking the best of them may add an unknown amount");
        assertThat(new Optimism(3, 1, OptionalDouble.of(0.1)).text())
                .isEqualTo("3 looks at the same model; there was nothing to pick from");
        assertThat(new Optimism(1, 1, OptionalDouble.of(0.1)).text())
                .isEqualTo("1 look; there was nothing to pick from");
        assertThat(new Optimism(0, 0, OptionalDouble.empty()).text()).isEqualTo("no looks");
        assertThat(new Optimism(2, 2, OptionalDouble.of(1500)).text()).endsWith("up to 1800");
    }

    @Test
    void noDrawsHaveNoMaximum() {
        assertThatThrownBy(() -> Optimism.expectedMaximum(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
