package io.watertight.checks.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Correlations of columns with one another and with a target, from which the share of the target that any two or three columns
 * explain together (R2 of a linear fit) follows without a fit. Missing values count as the mean. For n rows and p columns: n p^2
 * / 2 multiplications once, then a few for each pair.
 */
public final class Gram {

    /** Columns that explain less than this together are not the target, even with missing values in between. */
    private static final double WORTHWHILE = 0.2;

    private final int columns;
    private final double[][] among;
    private final double[] toTarget;

    private Gram(int columns, double[][] among, double[] toTarget) {
        this.columns = columns;
        this.among = among;
        this.toTarget = toTarget;
    }

    /**
     * @param columns by column, then row; NaN where missing
     * @param target one number a row, NaN where missing
     */
    public static Gram of(List<double[]> columns, double[] target) {
        double[] goal = standardised(target);
        List<double[]> all = columns.stream().map(Gram::standardised).toList();
        double[][] among = new double[all.size()][];
        double[] toTarget = new double[all.size()];
        for (int left = 0; left < all.size(); left++) {
            among[left] = new double[left];
            for (int right = 0; right < left; right++) {
                among[left][right] = dot(all.get(left), all.get(right));
            }
            toTarget[left] = dot(all.get(left), goal);
        }
        return new Gram(all.size(), among, toTarget);
    }

    /** Mean 0 and length 1; all zero for a constant. */
    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        double[] centred = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? 0 : value - mean)
                .toArray();
        double length = Math.sqrt(dot(centred, centred));
        double scale = length > 0 && Double.isFinite(length) ? 1 / length : 0;
        return Arrays.stream(centred).map(value -> value * scale).toArray();
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int row = 0; row < left.length; row++) {
            sum += left[row] * right[row];
        }
        return sum;
    }

    /** R2 of one column. */
    public double share(int column) {
        return toTarget[column] * toTarget[column];
    }

    private double between(int left, int right) {
        return left > right ? among[left][right] : among[right][left];
    }

    /** R2 of two columns; of the better one when they are nearly the same. */
    public double share(int left, int right) {
        double a = toTarget[left];
        double b = toTarget[right];
        double c = between(left, right);
        double rest = 1 - c * c;
        return rest < 1e-9 ? Math.max(a * a, b * b) : (a * a + b * b - 2 * a * b * c) / rest;
    }

    /** R2 of three columns, by what the third adds to two. */
    public double share(int first, int second, int third) {
        double pair = share(first, second);
        double c = between(first, second);
        double rest = 1 - c * c;
        double alpha = between(first, third);
        double beta = between(second, third);
        double explained = rest < 1e-9 ? alpha * alpha : (alpha * alpha + beta * beta - 2 * alpha * beta * c) / rest;
        if (rest < 1e-9 || 1 - explained < 1e-9) {
            return pair;
        }
        double a = toTarget[first];
        double b = toTarget[second];
        double covariance = toTarget[third] - (a * (alpha - beta * c) + b * (beta - alpha * c)) / rest;
        return pair + covariance * covariance / (1 - explained);
    }

    /** The pairs that explain most, best first. */
    public List<int[]> bestPairs(int most) {
        Best best = new Best(most);
        for (int left = 1; left < columns; left++) {
            for (int right = 0; right < left; right++) {
                best.offer(share(left, right), right, left);
            }
        }
        return best.sorted();
    }

    /** The triples among some columns that explain most, best first. */
    public List<int[]> bestTriples(int[] among, int most) {
        Best best = new Best(most);
        for (int i = 0; i < among.length; i++) {
            for (int j = i + 1; j < among.length; j++) {
                for (int k = j + 1; k < among.length; k++) {
                    best.offer(share(among[i], among[j], among[k]), among[i], among[j], among[k]);
                }
            }
        }
        return best.sorted();
    }

    /** The largest few. */
    private static final class Best {

        private record Scored(double score, int[] members) {}

        private final int most;
        private final PriorityQueue<Scored> kept = new PriorityQueue<>(Comparator.comparingDouble(Scored::score));

        Best(int most) {
            this.most = most;
        }

        void offer(double score, int... members) {
            if (kept.size() < most && score >= WORTHWHILE) {
                kept.add(new Scored(score, members));
            } else if (kept.size() == most && score > kept.element().score()) {
                kept.remove();
                kept.add(new Scored(score, members));
            }
        }

        List<int[]> sorted() {
            List<Scored> all = new ArrayList<>(kept);
            all.sort(Comparator.comparingDouble(Scored::score).reversed());
            return all.stream().map(Scored::members).toList();
        }
    }
}
