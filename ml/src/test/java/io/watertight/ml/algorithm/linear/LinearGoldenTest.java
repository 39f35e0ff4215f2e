package io.watertight.ml.algorithm.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.algorithm.Sets;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Coefficients and intercepts as scikit-learn 1.9.1 gives them at tight tolerances for the table of {@link Goldens}. */
final class LinearGoldenTest {

    private static final Response NUMBERS = new Response.Numbers(Goldens.target());

    @Test
    void ordinaryLeastSquaresAgrees() {
        check(
                fit(LinearRegression.ordinary(), Goldens.numbersOnly(), NUMBERS),
                new double[] {1.8647816969221445, -0.029917663323475924, 0.1951113726549994},
                30.065270454097067,
                1e-9);
    }

    /** With indicators of all levels the solution is not unique, but what it predicts is. */
    @Test
    void redundantIndicatorsDoNotDisturbLeastSquares() {
        LinearModel model = fit(LinearRegression.ordinary(), Goldens.features(false), NUMBERS);

        double[] coefficients = model.coefficients(0);
        assertThat(coefficients[0]).isCloseTo(1.988536264496549, within(1e-9));
        assertThat(coefficients[1]).isCloseTo(-0.0285834099572819, within(1e-9));
        assertThat(coefficients[3] + model.intercept(0))
                .isCloseTo(-0.1729140793613857 + 28.73664497653534, within(1e-8));
        assertThat(coefficients[5] - coefficients[4]).isCloseTo(0.30455602803092824 + 0.1316419486695425, within(1e-9));
        assertThat(model.parameters()).isEqualTo(6);
    }

    @Test
    void ridgeAgrees() {
        check(
                fit(LinearRegression.ridge(2), Goldens.features(false), NUMBERS),
                new double[] {
                    1.4949736105919604,
                    -0.028893616852229485,
                    0.09108660288285443,
                    -0.12444459604375974,
                    -0.1393961847948546,
                    0.26384078083861745
                },
                29.02343059164214,
                1e-8);
    }

    @Test
    void ridgeOfWeightedRowsAgrees() {
        check(
                weighted(LinearRegression.ridge(2), NUMBERS),
                new double[] {
                    1.775253720285544,
                    -0.028252357462914726,
                    0.11602562927174681,
                    -0.13212016349074238,
                    -0.15771751975169668,
                    0.2898376832424343
                },
                28.39654305675924,
                1e-8);
    }

    @Test
    void lassoAgrees() {
        check(
                fit(LinearRegression.lasso(0.05), Goldens.features(false), NUMBERS),
                new double[] {1.290818227575367, -0.029302583439642246, 0, 0, 0, 0.18550381060187537},
                29.3719528811867,
                1e-6);
    }

    @Test
    void elasticNetAgrees() {
        check(
                fit(LinearRegression.elasticNet(0.05, 0.3), Goldens.features(false), NUMBERS),
                new double[] {1.220909211084711, -0.02908608050188913, 0, 0, 0, 0.29069918265257544},
                29.11642811599872,
                1e-6);
    }

    @Test
    void elasticNetOfWeightedRowsAgrees() {
        check(
                weighted(LinearRegression.elasticNet(0.05, 0.3), NUMBERS),
                new double[] {1.2736163584803821, -0.02830578769230258, 0, 0, -0.03299298804855035, 0.2668954728506668},
                28.36859426036006,
                1e-6);
    }

    @Test
    void logisticRegressionAgrees() {
        check(
                fit(new LogisticRegression(0.7, 0), Goldens.features(false), Goldens.twoClasses()),
                new double[] {
                    0.7566231816600905,
                    -0.036972360104127765,
                    -0.6036657550285478,
                    -0.11576704079594205,
                    -0.19146780190591545,
                    0.30723484270185764
                },
                36.998282689747036,
                1e-6);
    }

    @Test
    void logisticRegressionOfWeightedRowsAgrees() {
        check(
                weighted(new LogisticRegression(0.7, 0), Goldens.twoClasses()),
                new double[] {
                    1.2647889208156218,
                    -0.036375102475021355,
                    -1.0862109278058654,
                    -0.21129000605386353,
                    -0.2848861381618258,
                    0.49617614421568845
                },
                36.50904159480124,
                1e-6);
    }

    @Test
    void logisticRegressionWithAnAbsolutePenaltyAgrees() {
        check(
                fit(new LogisticRegression(0.7, 1), Goldens.features(true), Goldens.twoClasses()),
                new double[] {0.3934907422268348, -2.536899360249988, -0.1853730071573893, 0, 0, 0.18155009049391924},
                -0.049139166736990376,
                1e-6);
    }

    @Test
    void logisticRegressionWithBothPenaltiesAgrees() {
        check(
                fit(new LogisticRegression(0.7, 0.4), Goldens.features(true), Goldens.twoClasses()),
                new double[] {
                    0.6500779755440336,
                    -1.9103857678643346,
                    -0.5446515142144783,
                    -0.008052130154024041,
                    0,
                    0.3973325256530803
                },
                -0.10258876926025044,
                1e-6);
    }

    @Test
    void multinomialRegressionAgrees() {
        LinearModel model = fit(new LogisticRegression(0.7, 0), Goldens.features(false), Goldens.threeClasses());

        assertThat(model.coefficients(0))
                .containsExactly(
                        new double[] {
                            -1.1401047677192138,
                            0.050821557948852986,
                            -0.48323913981603234,
                            -0.06674046930059899,
                            0.11261453486054758,
                            -0.04587406555994796
                        },
                        within(1e-5));
        assertThat(model.coefficients(2))
                .containsExactly(
                        new double[] {
                            0.867214304831124,
                            -0.0666753184449579,
                            0.42898608607752253,
                            -0.10549236410643187,
                            0.2555552135777107,
                            -0.15006284947127904
                        },
                        within(1e-5));
        assertThat(model.intercept(2) - model.intercept(0))
                .isCloseTo(66.22512939773867 + 50.74597298373725, within(1e-3));
    }

    @Test
    void multinomialRegressionWithAnAbsolutePenaltyAgrees() {
        LinearModel model = fit(new LogisticRegression(0.7, 1), Goldens.features(true), Goldens.threeClasses());

        assertThat(model.coefficients(0))
                .containsExactly(new double[] {-1.4486020397566908, 1.6913469839047115, 0, 0, 0, 0}, within(1e-5));
        assertThat(model.coefficients(1))
                .containsExactly(new double[] {0, 0, 0, 0, -0.3021797334678074, 0}, within(1e-5));
        assertThat(model.coefficients(2))
                .containsExactly(new double[] {0.0709691154537084, -4.884807767594764, 0, 0, 0, 0}, within(1e-5));
        assertThat(model.intercept(1) - model.intercept(0))
                .isCloseTo(0.21059674763411743 - 0.011668568355914235, within(1e-5));
    }

    private static LinearModel fit(SingleTarget algorithm, Features features, Response response) {
        return (LinearModel) Sets.fit(algorithm, features, response);
    }

    private static LinearModel weighted(SingleTarget algorithm, Response response) {
        return (LinearModel)
                algorithm.fit(Sets.weighted(Goldens.features(false), response, Goldens.weights()), FitContext.of(1));
    }

    private static void check(LinearModel model, double[] coefficients, double intercept, double tolerance) {
        assertThat(model.coefficients(0))
                .as(Arrays.toString(model.coefficients(0)))
                .containsExactly(coefficients, within(tolerance));
        assertThat(model.intercept(0)).isCloseTo(intercept, within(tolerance * 1e3));
    }
}
