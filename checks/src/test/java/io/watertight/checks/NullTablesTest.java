package io.watertight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.NullCalibration;
import org.junit.jupiter.api.Test;

/** A few tables in which nothing leaks, through all checks; {@code benchmark/null-calibration} runs many more. */
final class NullTablesTest {

    private static final int TABLES = 10;
    private static final int FIRST_SEED = 1000;
    private static final int MOST_ROWS = 1000;

    @Test
    void noCheckFailsAndNoTableIsCalledNotValid() {
        NullCalibration calibration = new NullCalibration();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TABLES; seed++) {
            calibration.add(seed, MOST_ROWS);
        }

        assertThat(calibration.failures()).isEmpty();
        assertThat(calibration.notValid()).as(calibration.markdown()).isZero();
    }
}
