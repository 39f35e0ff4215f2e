package io.watertight.ml.compose;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Lineage;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * A learner whose scores are turned into probabilities. The turn is learnt from scores of rows that the model which gave them has not
 * seen: an inner split of the training rows, the whole learner refitted in each of its folds. The model itself is then fitted on all
 * training rows. With several classes each is turned by itself and the sum brought back to 1. Immutable; thread-safe.
 */
public final class Calibrated extends Learner {

    private final Learner learner;
    private final Curve curve;
    private final Splitter inner;

    /**
     * A calibrated learner.
     *
     * @param inner how training rows are split once more; one that respects groups and time when the study has them
     */
    public Calibrated(Learner learner, Curve curve, Splitter inner) {
        this.learner = learner;
        this.curve = curve;
        this.inner = inner;
    }

    /** The form of the turn. */
    public enum Curve {
        /** Two numbers (Platt, 1999): few rows suffice. */
        SIGMOID,
        /** Any rising steps: hundreds of rows of each class, please. */
        ISOTONIC
    }

    @Override
    public String name() {
        return learner.name() + ", " + (curve == Curve.SIGMOID ? "sigmoid" : "isotonic") + " calibration";
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        if (!(training.response() instanceof Response.Classes classes)) {
            throw new WatertightException(
                    "There are no probabilities of classes to calibrate.", "leave the calibration out");
        }
        int outputs = classes.outputs();
        List<List<double[]>> scores = new ArrayList<>();
        List<List<double[]>> truths = new ArrayList<>();
        List<double[]> weights = new ArrayList<>();
        for (int output = 0; output < outputs; output++) {
            scores.add(new ArrayList<>());
            truths.add(new ArrayList<>());
        }
        int salt = 0;
        for (Fold fold : inner.split(training, context.seed())) {
            Predictions predicted =
                    learner.fit(fold.training(), context.inner(++salt)).predict(fold.evaluation());
            Response.Classes truth = (Response.Classes) fold.evaluation().response();
            for (int output = 0; output < outputs; output++) {
                int code = classes.isBinary() ? classes.positive() : output;
                scores.get(output).add(predicted.outputs()[output]);
                truths.get(output)
                        .add(Arrays.stream(truth.codes())
                                .mapToDouble(own -> own == code ? 1 : 0)
                                .toArray());
            }
            weights.add(fold.evaluation().weights().orElseGet(() -> ones(truth.rows())));
        }
        List<DoubleUnaryOperator> curves = new ArrayList<>();
        for (int output = 0; output < outputs; output++) {
            double[] all = joined(scores.get(output));
            double[] truth = joined(truths.get(output));
            curves.add(
                    curve == Curve.SIGMOID
                            ? Sigmoid.fit(all, truth, joined(weights))
                            : Isotonic.fit(all, truth, joined(weights)));
        }
        return new Turned(learner.fit(training, context.inner(0)), List.copyOf(curves));
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    private static final class Turned extends Model {

        private final Model model;
        private final List<DoubleUnaryOperator> curves;

        Turned(Model model, List<DoubleUnaryOperator> curves) {
            this.model = model;
            this.curves = curves;
        }

        @Override
        protected Predictions score(Features features) {
            double[][] outputs = ask(model, features).outputs();
            double[][] turned = new double[outputs.length][];
            for (int output = 0; output < outputs.length; output++) {
                turned[output] =
                        Arrays.stream(outputs[output]).map(curves.get(output)).toArray();
            }
            if (turned.length > 1) {
                for (int row = 0; row < turned[0].length; row++) {
                    double sum = 0;
                    for (double[] output : turned) {
                        sum += output[row];
                    }
                    for (double[] output : turned) {
                        output[row] = sum > 0 ? output[row] / sum : 1.0 / turned.length;
                    }
                }
            }
            return new Predictions(turned, true);
        }

        @Override
        public long parameters() {
            return model.parameters() + 2L * curves.size();
        }

        @Override
        public Optional<Lineage> lineage() {
            return model.lineage();
        }
    }
}
