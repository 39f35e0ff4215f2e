package io.watertight.ml.algorithm.kernel;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.algorithm.neighbour.Distances;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/**
 * The support vector machine with the kernel exp(-gamma d²) (Boser, Guyon and Vapnik, 1992), with hinge for classes and the
 * epsilon-insensitive loss for numbers (epsilon 0.1, in standard deviations of the target, as is C). Objectives and stopping as in LIBSVM
 * and scikit-learn; several classes one against the rest. Its scores order rows and are no probabilities. Scale the columns first; time
 * grows with the square of the number of rows.
 */
public final class SupportVectorMachine extends SingleTarget {

    private static final double INSENSITIVE = 0.1;

    /** Beyond this the kernel would take hours. */
    private static final int MOST_ROWS = 100_000;

    private final double c;
    private final double gamma;
    private final double tolerance;

    /** C = 1, gamma by scale. */
    public SupportVectorMachine() {
        this(1, 0, 1e-3);
    }

    /**
     * A machine.
     *
     * @param c the less, the more is penalised; above 0
     * @param gamma of the kernel; 0 for "scale": 1 over the number of columns times the variance of all their cells
     * @param tolerance of the optimality conditions, 0.001 as a rule
     */
    public SupportVectorMachine(double c, double gamma, double tolerance) {
        if (!(c > 0) || !(gamma >= 0) || !(tolerance > 0) || Double.isInfinite(c) || Double.isInfinite(gamma)) {
            throw new WatertightException(
                    "A support vector machine with C " + c + ", gamma " + gamma + " and tolerance " + tolerance
                            + " cannot be fitted.",
                    "choose C and tolerance above 0 and gamma of at least 0");
        }
        this.c = c;
        this.gamma = gamma;
        this.tolerance = tolerance;
    }

    @Override
    public String name() {
        return "support vector machine";
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        double[] weights = Weights.of(training);
        Features features = checked(training);
        Distances distances = new Distances(features);
        double chosen = gamma(distances, features);
        KernelModel.Sum[] sums = new KernelModel.Sum[classes.outputs()];
        boolean single = sums.length == 1;
        try (Workers across = new Workers(single ? 1 : context.threads())) {
            across.each(sums.length, output -> {
                boolean[] positive = new boolean[weights.length];
                double[] linear = new double[weights.length];
                Arrays.fill(linear, -1);
                for (int row = 0; row < positive.length; row++) {
                    positive[row] = classes.codes()[row] == (single ? classes.positive() : output);
                }
                try (Workers within = new Workers(single ? context.threads() : 1)) {
                    Smo smo = new Smo(
                            new KernelRows(distances, features, chosen, within),
                            positive,
                            linear,
                            limits(weights, 1),
                            tolerance);
                    smo.solve();
                    sums[output] = KernelModel.Sum.of(features, smo.coefficients(), smo.bias());
                }
            });
        }
        return new KernelModel(this, features, sums, chosen, distances, 1, 0, context.threads());
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        double[] weights = Weights.of(training);
        Features features = checked(training);
        Distances distances = new Distances(features);
        double chosen = gamma(distances, features);
        int rows = weights.length;
        double[] values = numbers.values();
        double largest = Math.max(
                Double.MIN_NORMAL, Arrays.stream(values).map(Math::abs).max().orElse(0));
        double mean = 0;
        for (double value : values) {
            mean += value / largest / rows;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value / largest - mean) * (value / largest - mean) / rows;
        }
        double spread = variance > 0 ? Math.sqrt(variance) : 1;
        boolean[] positive = new boolean[2 * rows];
        double[] linear = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            double target = (values[row] / largest - mean) / spread;
            positive[row] = true;
            linear[row] = INSENSITIVE - target;
            linear[rows + row] = INSENSITIVE + target;
        }
        try (Workers workers = new Workers(context.threads())) {
            Smo smo = new Smo(
                    new KernelRows(distances, features, chosen, workers),
                    positive,
                    linear,
                    limits(weights, 2),
                    tolerance);
            smo.solve();
            KernelModel.Sum[] sums = {KernelModel.Sum.of(features, smo.coefficients(), smo.bias())};
            return new KernelModel(
                    this, features, sums, chosen, distances, spread * largest, mean * largest, context.threads());
        }
    }

    private Features checked(TrainingSet training) {
        if (training.rows() > MOST_ROWS) {
            throw new WatertightException(
                    "A kernel of " + training.rows() + " rows has " + (long) training.rows() * training.rows()
                            + " cells.",
                    "choose the linear support vector machine, or fit on a sample of at most " + MOST_ROWS + " rows");
        }
        return training.features();
    }

    private double[] limits(double[] weights, int times) {
        double[] limits = new double[times * weights.length];
        for (int index = 0; index < limits.length; index++) {
            limits[index] = c * weights[index % weights.length];
        }
        return limits;
    }

    /** In the unit of the distances. */
    private double gamma(Distances distances, Features features) {
        if (gamma > 0) {
            return gamma * distances.unit() * distances.unit();
        }
        double variance = Cells.variance(features, distances.unit());
        return variance > 0 ? 1 / (features.width() * variance) : 1;
    }
}
