package io.watertight.ml.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Draws blocks of held-out rows again, with repetition, and scores the out-of-fold predictions of what was drawn: how far a score would
 * move with other entities, or other stretches of time (Efron and Tibshirani, An Introduction to the Bootstrap, 1993; Kuensch, Annals of
 * Statistics 17, 1989, for blocks). A block drawn twice counts twice in every fold and repeat it is in.
 *
 * @param blocking what stands or falls together
 * @param seed of the draws
 */
record BlockBootstrap(Blocking blocking, long seed) {

    private static final int MOST_DRAWS = 400;

    private static final int FEWEST_DRAWS = 60;

    /** Rows scored in all draws together, about. */
    private static final long WORK = 20_000_000;

    /**
     * The spread of a statistic over the draws.
     *
     * @param value of the statistic on the rows as they are
     * @param rows that the statistic looks at, to bound the work
     * @param statistic of how often each row of the dataset was drawn, by block; NaN where it is not defined
     */
    Estimate of(double value, int rows, ToDoubleFunction<int[]> statistic) {
        int draws = (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, WORK / Math.max(1, rows)));
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            int[] times = new int[blocking.blocks()];
            for (int block = 0; block < times.length; block++) {
                times[random.nextInt(times.length)]++;
            }
            values[draw] = statistic.applyAsDouble(times);
        }
        double[] known =
                Arrays.stream(values).filter(number -> !Double.isNaN(number)).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double squares = Arrays.stream(known)
                .map(number -> (number - mean) * (number - mean))
                .sum();
        double blocks = blocking.blocks();
        // The plug-in variance of a mean of M blocks is too small by (M - 1) / M.
        double error = Math.sqrt(squares / (known.length - 1) * blocks / (blocks - 1));
        return new Estimate(
                value,
                known.length * 2 < draws ? Double.NaN : error,
                blocks - 1,
                "bootstrap of " + blocking.blocks() + " "
                        + (blocking.isByRow() ? "rows" : "blocks by " + blocking.name()));
    }

    /**
     * Mean of a score over the pools, after a draw. A pool of which a draw keeps less than half is left out of that draw: a fragment of a
     * period can be nearly constant, and an R2 of nearly constant numbers is minus anything.
     */
    double mean(List<Pool> pools, int[] times, ToDoubleBiFunction<Integer, double[]> score) {
        double sum = 0;
        int known = 0;
        for (int index = 0; index < pools.size(); index++) {
            double[] weights = weights(pools.get(index), times);
            double value = Arrays.stream(weights).sum() * 2
                            < Arrays.stream(pools.get(index).weights()).sum()
                    ? Double.NaN
                    : score.applyAsDouble(index, weights);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private double[] weights(Pool pool, int[] times) {
        double[] weights = pool.weights().clone();
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= times[blocking.codes()[pool.positions()[row]]];
        }
        return weights;
    }
}
