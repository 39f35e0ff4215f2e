package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.statistic.SequenceReport;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SerialDependenceTest {

    /** A sequence as an engine would report it. */
    private static SequenceReport report(int[] labels) {
        double[][] blocks = new double[32][2];
        long same = 0;
        for (int row = 0; row < labels.length; row++) {
            blocks[row * 32 / labels.length][labels[row]]++;
            same += row > 0 && labels[row] == labels[row - 1] ? 1 : 0;
        }
        return new SequenceReport(labels.length, same, Double.NaN, blocks);
    }

    @Test
    void labelsThatPersistAreStrong() {
        Random random = new Random(1);
        int[] labels = new int[4000];
        for (int row = 1; row < labels.length; row++) {
            labels[row] = random.nextDouble() < 0.1 ? 1 - labels[row - 1] : labels[row - 1];
        }
        SerialDependence dependence = SerialDependence.of(report(labels), true);
        assertThat(dependence.isStrong()).isTrue();
        // P(same) = 0.9 against 0.5 by chance.
        assertThat(dependence.overall()).isBetween(0.75, 0.85);
    }

    @Test
    void aDriftIsNoSerialDependence() {
        Random random = new Random(2);
        int[] labels = new int[20_000];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextDouble() < row / 20_000.0 ? 1 : 0;
        }
        SerialDependence dependence = SerialDependence.of(report(labels), true);
        assertThat(dependence.overall()).isGreaterThan(0.25);
        assertThat(dependence.local()).isBetween(-0.05, 0.05);
        assertThat(dependence.drift()).isGreaterThan(0.25);
        assertThat(dependence.isNotable()).isFalse();
    }

    @Test
    void aSortedFileHasAsManyRunsAsClasses() {
        int[] labels = new int[100];
        java.util.Arrays.fill(labels, 40, 100, 1);
        assertThat(SerialDependence.of(report(labels), true).runs()).isEqualTo(2);
    }

    @Test
    void regressionTakesTheDriftBetweenBlocksOutOfTheCorrelation() {
        double[][] blocks = new double[32][3];
        for (int block = 0; block < 32; block++) {
            // 100 rows of mean "block" and variance 1 each.
            blocks[block] = new double[] {100, 100.0 * block, 100.0 * block * block + 99};
        }
        SerialDependence dependence = SerialDependence.of(new SequenceReport(3200, 0, 0.98, blocks), false);
        assertThat(dependence.drift()).isBetween(0.98, 1.0);
        assertThat(dependence.local()).isLessThan(0.1);
    }
}
