package io.watertight.ml.algorithm.neighbour;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.FeatureModel;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;

/**
 * The mean of the k nearest training rows (Euclidean; Fix and Hodges, 1951), each with its weight: shares of classes, or a number. Of rows
 * equally far, the earlier training row is the nearer one. Scale the columns first. Exact, by brute force in single precision: with tens
 * of columns no index is faster.
 */
public final class NearestNeighbours extends SingleTarget {

    private final int k;

    /** Five neighbours. */
    public NearestNeighbours() {
        this(5);
    }

    public NearestNeighbours(int k) {
        if (k < 1) {
            throw new WatertightException(k + " neighbours predict nothing.", "ask for at least 1");
        }
        this.k = k;
    }

    @Override
    public String name() {
        return k + " nearest neighbours";
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        double[][] targets = new double[classes.outputs()][classes.rows()];
        for (int row = 0; row < classes.rows(); row++) {
            if (targets.length == 1) {
                targets[0][row] = classes.indicator(row);
            } else {
                targets[classes.codes()[row]][row] = 1;
            }
        }
        return new Neighbours(this, training, targets, true, context.threads());
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        return new Neighbours(this, training, new double[][] {numbers.values()}, false, context.threads());
    }

    private static final class Neighbours extends FeatureModel {

        private static final int BATCH = 64;

        private final Distances distances;
        private final double[][] targets;
        private final double[] weights;
        private final boolean probabilities;
        private final int k;
        private final int threads;
        private final long cells;

        Neighbours(
                NearestNeighbours algorithm,
                TrainingSet training,
                double[][] targets,
                boolean probabilities,
                int threads) {
            super(algorithm, training.features());
            this.distances = new Distances(training.features());
            this.targets = targets;
            this.weights = Weights.of(training);
            this.probabilities = probabilities;
            this.k = Math.min(algorithm.k, training.rows());
            this.threads = threads;
            this.cells = (long) training.rows() * training.features().width();
        }

        @Override
        protected Predictions predictions(Features features) {
            int rows = features.rows();
            double[][] outputs = new double[targets.length][rows];
            Distances.Queries queries = distances.queries(features);
            try (Workers workers = new Workers(threads)) {
                workers.each(
                        (rows + BATCH - 1) / BATCH,
                        batch -> predict(queries, batch * BATCH, Math.min(rows, (batch + 1) * BATCH), outputs));
            }
            return new Predictions(outputs, probabilities);
        }

        /** Stretches outside, queries inside, so that a stretch is read into the cache once for a batch. */
        private void predict(Distances.Queries queries, int from, int to, double[][] outputs) {
            float[] measured = new float[Distances.STRETCH];
            int[] scratch = new int[Distances.STRETCH];
            Nearest[] nearest = new Nearest[to - from];
            for (int query = from; query < to; query++) {
                nearest[query - from] = new Nearest(k);
            }
            for (int stretch = 0; stretch < distances.stretches(); stretch++) {
                int first = stretch * Distances.STRETCH;
                int count = Math.min(Distances.STRETCH, distances.rows() - first);
                for (int query = from; query < to; query++) {
                    distances.measure(queries, query, stretch, measured, scratch);
                    nearest[query - from].offer(measured, count, first);
                }
            }
            for (int query = from; query < to; query++) {
                mean(nearest[query - from].rows(), query, outputs);
            }
        }

        private void mean(int[] rows, int query, double[][] outputs) {
            double total = 0;
            for (int row : rows) {
                total += weights[row];
            }
            for (int output = 0; output < outputs.length; output++) {
                double sum = 0;
                for (int row : rows) {
                    // All neighbours may weigh nothing.
                    sum += targets[output][row] * (total > 0 ? weights[row] / total : 1.0 / rows.length);
                }
                outputs[output][query] = sum;
            }
        }

        /** It keeps every cell it saw. */
        @Override
        public long parameters() {
            return cells;
        }
    }
}
