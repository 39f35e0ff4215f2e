package io.watertight.ml.algorithm.kernel;

import io.watertight.ml.algorithm.FeatureModel;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.algorithm.neighbour.Distances;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import java.util.stream.IntStream;

/** Weighted sums of kernels at support vectors, one an output. */
final class KernelModel extends FeatureModel {

    private static final int BATCH = 32;

    private final Sum[] sums;
    private final Distances[] distances;
    private final double gamma;
    private final double scale;
    private final double shift;
    private final int threads;

    /**
     * A sum over support vectors.
     *
     * @param vectors rows with a coefficient that is not 0
     */
    record Sum(Features vectors, double[] coefficients, double bias) {

        static Sum of(Features features, double[] coefficients, double bias) {
            int[] kept = IntStream.range(0, coefficients.length)
                    .filter(row -> coefficients[row] != 0)
                    .toArray();
            return new Sum(
                    features.gather(kept),
                    IntStream.of(kept).mapToDouble(row -> coefficients[row]).toArray(),
                    bias);
        }
    }

    /** @param measured the unit in which gamma is, and the centres, so that distances come out as in the fit */
    KernelModel(
            SingleTarget algorithm,
            Features fitted,
            Sum[] sums,
            double gamma,
            Distances measured,
            double scale,
            double shift,
            int threads) {
        super(algorithm, fitted);
        this.sums = sums.clone();
        this.gamma = gamma;
        this.scale = scale;
        this.shift = shift;
        this.threads = threads;
        this.distances = new Distances[sums.length];
        for (int output = 0; output < sums.length; output++) {
            distances[output] = measured.to(sums[output].vectors());
        }
    }

    @Override
    protected Predictions predictions(Features features) {
        double[][] outputs = new double[sums.length][features.rows()];
        try (Workers workers = new Workers(threads)) {
            for (int output = 0; output < sums.length; output++) {
                int number = output;
                Distances.Queries queries = distances[output].queries(features);
                workers.each((features.rows() + BATCH - 1) / BATCH, batch -> {
                    float[] measured = new float[Distances.STRETCH];
                    float[] kernel = new float[Distances.STRETCH];
                    int[] scratch = new int[Distances.STRETCH];
                    int to = Math.min(features.rows(), (batch + 1) * BATCH);
                    for (int row = batch * BATCH; row < to; row++) {
                        outputs[number][row] = score(number, queries, row, measured, kernel, scratch);
                    }
                });
            }
        }
        return new Predictions(outputs, false);
    }

    private double score(
            int output, Distances.Queries queries, int row, float[] measured, float[] kernel, int[] scratch) {
        double[] coefficients = sums[output].coefficients();
        double sum = sums[output].bias();
        for (int stretch = 0; stretch < distances[output].stretches(); stretch++) {
            distances[output].measure(queries, row, stretch, measured, scratch);
            Exponential.of(measured, -gamma, kernel, 0);
            int first = stretch * Distances.STRETCH;
            int count = Math.min(Distances.STRETCH, coefficients.length - first);
            for (int index = 0; index < count; index++) {
                sum += coefficients[first + index] * kernel[index];
            }
        }
        return sum * scale + shift;
    }

    /** A coefficient a support vector, and an intercept; the vectors themselves are kept too. */
    @Override
    public long parameters() {
        long parameters = 0;
        for (Sum sum : sums) {
            parameters +=
                    1 + (long) sum.coefficients().length * (1 + sum.vectors().width());
        }
        return parameters;
    }
}
