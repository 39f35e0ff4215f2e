package io.watertight.ml.compose;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rising steps of least squares, by pooling adjacent violators (Ayer and others, 1955; Zadrozny and Elkan, Transforming classifier scores
 * into accurate multiclass probability estimates, KDD 2002). Between steps it rises in a straight line, beyond the ends it is level.
 *
 * @param scores ends of the steps, ascending
 * @param values at these ends, never falling
 */
record Isotonic(double[] scores, double[] values) implements DoubleUnaryOperator {

    /**
     * Fits to scores.
     *
     * @param truth 1 or 0
     * @param weights rows of weight 0 are not looked at
     */
    static Isotonic fit(double[] scores, double[] truth, double[] weights) {
        int[] order = IntStream.range(0, scores.length)
                .filter(row -> weights[row] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        Steps steps = new Steps(order.length);
        int start = 0;
        while (start < order.length) {
            double score = scores[order[start]];
            double sum = 0;
            double weight = 0;
            int end = start;
            while (end < order.length && scores[order[end]] == score) {
                sum += truth[order[end]] * weights[order[end]];
                weight += weights[order[end]];
                end++;
            }
            steps.add(score, sum / weight, weight);
            start = end;
        }
        return steps.isotonic();
    }

    @Override
    public double applyAsDouble(double score) {
        if (scores.length == 0 || Double.isNaN(score)) {
            return Double.NaN;
        }
        int place = Arrays.binarySearch(scores, score);
        if (place >= 0) {
            return values[place];
        }
        int above = -place - 1;
        if (above == 0) {
            return values[0];
        }
        if (above == scores.length) {
            return values[above - 1];
        }
        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }

    /** Steps so far, rising; each new one swallows those before it that are not lower. */
    private static final class Steps {

        private final double[] lows;
        private final double[] highs;
        private final double[] means;
        private final double[] weights;
        private int count;

        Steps(int most) {
            lows = new double[most];
            highs = new double[most];
            means = new double[most];
            weights = new double[most];
        }

        void add(double score, double mean, double weight) {
            lows[count] = score;
            highs[count] = score;
            means[count] = mean;
            weights[count] = weight;
            count++;
            while (count > 1 && means[count - 2] >= means[count - 1]) {
                int into = count - 2;
                double both = weights[into] + weights[into + 1];
                means[into] += (means[into + 1] - means[into]) * weights[into + 1] / both;
                weights[into] = both;
                highs[into] = highs[into + 1];
                count--;
            }
        }

        Isotonic isotonic() {
            double[] ends = new double[2 * count];
            double[] values = new double[2 * count];
            int filled = 0;
            for (int step = 0; step < count; step++) {
                ends[filled] = lows[step];
                values[filled++] = means[step];
                if (highs[step] > lows[step]) {
                    ends[filled] = highs[step];
                    values[filled++] = means[step];
                }
            }
            return new Isotonic(Arrays.copyOf(ends, filled), Arrays.copyOf(values, filled));
        }
    }
}
