package io.watertight.ml.algorithm.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.algorithm.Sets;
import io.watertight.ml.algorithm.kernel.SupportVectorMachine;
import io.watertight.ml.algorithm.neighbour.NearestNeighbours;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Model;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What scikit-learn 1.9.1 and SciPy 1.17.1 give for the scaled table of {@link Goldens}, at tight tolerances. */
final class SupportVectorGoldenTest {

    private static final Features FEATURES = Goldens.features(true);

    /** {@code SVC(C=1.5, gamma="scale", tol=1e-9).decision_function}. */
    @Test
    void theKernelMachineAgreesOnClasses() {
        Model model = Sets.fit(new SupportVectorMachine(1.5, 0, 1e-7), FEATURES, Goldens.twoClasses());

        assertThat(Arrays.copyOf(Sets.predict(model, FEATURES).single(), 5))
                .containsExactly(
                        new double[] {
                            -1.5819721872155525,
                            -0.17176252371943257,
                            -0.3107698509538003,
                            -0.8545427002262573,
                            -0.9999999997716909
                        },
                        within(1e-4));
    }

    /** {@code SVR(C=2, epsilon=0.1, gamma=0.7, tol=1e-9)} of the standardised target. */
    @Test
    void theKernelMachineAgreesOnNumbers() {
        Model model =
                Sets.fit(new SupportVectorMachine(2, 0.7, 1e-7), FEATURES, new Response.Numbers(Goldens.target()));

        assertThat(Arrays.copyOf(Sets.predict(model, FEATURES).single(), 5))
                .containsExactly(
                        new double[] {
                            -2.012915981496709,
                            0.16187686115393185,
                            0.08086882259325778,
                            -0.16906135414139115,
                            -0.32418510820621527
                        },
                        within(1e-4));
    }

    /** The objective minimised by {@code scipy.optimize.minimize(method="BFGS")}, C = 0.7. */
    @Test
    void theLinearMachineAgrees() {
        LinearModel model = (LinearModel) Sets.fit(new LinearSupportVectorMachine(0.7), FEATURES, Goldens.twoClasses());

        assertThat(model.coefficients(0))
                .containsExactly(
                        new double[] {
                            0.6115021694517551,
                            -1.35743611254291,
                            -0.504506430959154,
                            -0.11244725961565824,
                            -0.06998944298969027,
                            0.18243670210782686
                        },
                        within(1e-6));
        assertThat(model.intercept(0)).isCloseTo(0.03369296877828106, within(1e-6));
    }

    /** Against distances in double precision over indicators written out; of equal ones the earlier row counts. */
    @Test
    void neighboursAreTheNearestOnes() {
        Response.Classes truth = Goldens.twoClasses();
        double[] shares = Sets.predict(Sets.fit(new NearestNeighbours(4), FEATURES, truth), FEATURES)
                .single();

        for (int row = 0; row < Goldens.ROWS; row++) {
            double[] distances = new double[Goldens.ROWS];
            Integer[] order = new Integer[Goldens.ROWS];
            for (int other = 0; other < Goldens.ROWS; other++) {
                order[other] = other;
                for (Block block : FEATURES.blocks()) {
                    if (block instanceof NumberBlock number) {
                        distances[other] += Math.pow(number.values()[row] - number.values()[other], 2);
                    } else if (block instanceof IndicatorBlock level) {
                        distances[other] += level.codes()[row] == level.codes()[other] ? 0 : 2;
                    }
                }
            }
            Arrays.sort(order, (left, right) -> Double.compare(distances[left], distances[right]));
            double share = 0;
            for (int place = 0; place < 4; place++) {
                share += truth.indicator(order[place]) / 4;
            }
            assertThat(shares[row]).as("row %d", row).isCloseTo(share, within(1e-12));
        }
    }
}
