package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.RowSampler;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResampledTest {

    /** The share of each class among rows of the same x, by weight: a model whose probabilities are right by construction. */
    private static final class Shares extends Algorithm {

        @Override
        public String name() {
            return "shares";
        }

        @Override
        protected Model train(TrainingSet training, FitContext context) {
            Response.Classes classes = (Response.Classes) training.response();
            double[] x = FirstRows.numbers(training.features(), "x");
            double[][] sums = new double[2][classes.names().size()];
            for (int row = 0; row < x.length; row++) {
                int at = row;
                sums[(int) x[row]][classes.codes()[row]] +=
                        training.weights().map(weights -> weights[at]).orElse(1.0);
            }
            return new Model() {
                @Override
                protected Predictions score(Features features) {
                    double[] asked = FirstRows.numbers(features, "x");
                    double[][] shares = new double[classes.outputs()][asked.length];
                    for (int row = 0; row < asked.length; row++) {
                        double[] own = sums[(int) asked[row]];
                        for (int output = 0; output < shares.length; output++) {
                            int code = classes.isBinary() ? classes.positive() : output;
                            shares[output][row] = own[code] / Arrays.stream(own).sum();
                        }
                    }
                    return new Predictions(shares, true);
                }

                @Override
                public long parameters() {
                    return 2;
                }
            };
        }
    }

    /** Rows of x = 0 have 1 positive in 10, those of x = 1 have 4 in 10; the last two rows are held out. */
    private static Fold rows(int positive) {
        int rows = 1000;
        double[] x = IntStream.range(0, rows).mapToDouble(row -> row % 2).toArray();
        int[] codes = IntStream.range(0, rows)
                .map(row -> row / 2 % 10 < (row % 2 == 0 ? 1 : 4) ? positive : 1 - positive)
                .toArray();
        return FirstRows.fold(
                Dataset.of(
                        new Features(rows, List.of(column("x", x))),
                        new Response.Classes(codes, List.of("p", "q"), positive)),
                rows - 2);
    }

    private static double[] probabilities(Algorithm algorithm, Fold fold) {
        return new Pipeline(List.of(Impute.mean(Columns.all())), algorithm)
                .fit(fold.training(), FitContext.of(3))
                .predict(fold.evaluation())
                .single();
    }

    @Test
    void restoredSharesGiveTheProbabilitiesOfUnsampledRows() {
        for (int positive : new int[] {0, 1}) {
            Fold fold = rows(positive);
            double[] plain = probabilities(new Shares(), fold);
            assertThat(plain).containsExactly(new double[] {0.1, 0.4}, within(0.002));
            for (RowSampler sampler : List.of(ClassBalance.weights(), ClassBalance.overSampling())) {
                double[] shifted = probabilities(Resampled.of(sampler, new Shares()), fold);
                double[] restored =
                        probabilities(Resampled.of(sampler, new Shares()).withSharesRestored(), fold);
                assertThat(shifted[0]).as(sampler.name()).isGreaterThan(0.2);
                double tolerance = sampler.name().equals("class weights") ? 1e-12 : 0.03;
                assertThat(restored).as(sampler.name()).containsExactly(plain, within(tolerance));
            }
        }
    }

    @Test
    void severalClassesAreRestoredTogether() {
        int rows = 601;
        double[] x = IntStream.range(0, rows).mapToDouble(row -> row % 2).toArray();
        int[] codes = IntStream.range(0, rows)
                .map(row -> row % 12 < 8 ? 0 : row % 12 < 11 ? 1 : 2)
                .toArray();
        Fold fold = FirstRows.fold(
                Dataset.of(
                        new Features(rows, List.of(column("x", x))),
                        new Response.Classes(codes, List.of("a", "b", "c"), 0)),
                rows - 1);
        double[][] plain = new Shares()
                .fit(fold.training(), FitContext.of(1))
                .predict(fold.evaluation())
                .outputs();
        double[][] restored = Resampled.of(ClassBalance.weights(), new Shares())
                .withSharesRestored()
                .fit(fold.training(), FitContext.of(1))
                .predict(fold.evaluation())
                .outputs();
        for (int code = 0; code < 3; code++) {
            assertThat(restored[code]).containsExactly(plain[code], within(1e-12));
        }
    }

    @Test
    void scoresThatAreNoProbabilitiesStayAndImportanceIsPassedOn() {
        Fold fold = rows(1);
        Model model = Resampled.of(ClassBalance.weights(), new ClassMeans())
                .withSharesRestored()
                .fit(fold.training(), FitContext.of(1));
        assertThat(model.predict(fold.evaluation()).probabilities()).isFalse();
        assertThat(model).isInstanceOf(Explains.class);
        assertThat(((Explains) model).importance()).hasSize(1);
        assertThat(model.parameters()).isEqualTo(2);
    }

    @Test
    void theSamplerIsEnteredInTheLogWithTrainingRowsOnly() {
        Fold fold = rows(1);
        FitContext context = FitContext.of(1);
        Resampled.of(new Smote(3), new ClassMeans()).fit(fold.training(), context);
        assertThat(context.log().entries())
                .extracting(entry -> entry.step())
                .containsExactly("class means with SMOTE", "SMOTE", "class means");
        long[] training = fold.training().rowIds();
        context.log()
                .entries()
                .forEach(entry -> assertThat(Arrays.stream(entry.rowIds()))
                        .allMatch(id -> Arrays.binarySearch(training, id) >= 0));
    }
}
