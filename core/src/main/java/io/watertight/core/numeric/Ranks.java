package io.watertight.core.numeric;

import java.util.Arrays;

/** Ranks and what is computed from them. NaN marks a missing value. */
public final class Ranks {

    private Ranks() {}

    /** Indices of the values that are not NaN, ascending by value, ties by index. */
    public static int[] order(double[] values) {
        double[] sorted = new double[values.length];
        int there = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[there++] = value;
            }
        }
        Arrays.sort(sorted, 0, there);
        // Each index goes to the next free place of its value: no boxed index is ever compared.
        int[] next = new int[there];
        int[] order = new int[there];
        for (int index = 0; index < values.length; index++) {
            if (!Double.isNaN(values[index])) {
                int first = firstPlace(sorted, there, values[index]);
                order[first + next[first]++] = index;
            }
        }
        return order;
    }

    /** The first place of a value that is in an ascending array; -0.0 comes before 0.0. */
    private static int firstPlace(double[] sorted, int size, double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Average ranks from 1; NaN stays NaN. */
    public static double[] of(double[] values) {
        int[] order = order(values);
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
                end++;
            }
            double rank = (start + end) / 2.0 + 1;
            for (int index = start; index <= end; index++) {
                ranks[order[index]] = rank;
            }
            start = end + 1;
        }
        return ranks;
    }

    /** Pearson correlation over the rows where both are there; NaN when fewer than three or one is constant. */
    public static double pearson(double[] left, double[] right) {
        double n = 0;
        double meanLeft = 0;
        double meanRight = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        double products = 0;
        for (int row = 0; row < left.length; row++) {
            if (Double.isNaN(left[row]) || Double.isNaN(right[row])) {
                continue;
            }
            n++;
            double deltaLeft = left[row] - meanLeft;
            double deltaRight = right[row] - meanRight;
            meanLeft += deltaLeft / n;
            meanRight += deltaRight / n;
            squaresLeft += deltaLeft * (left[row] - meanLeft);
            squaresRight += deltaRight * (right[row] - meanRight);
            products += deltaLeft * (right[row] - meanRight);
        }
        return n < 3 || squaresLeft <= 0 || squaresRight <= 0
                ? Double.NaN
                : products / Math.sqrt(squaresLeft * squaresRight);
    }

    /** Spearman's rank correlation over the rows where both are there. */
    public static double spearman(double[] left, double[] right) {
        double[] first = left.clone();
        double[] second = right.clone();
        for (int row = 0; row < first.length; row++) {
            if (Double.isNaN(first[row]) || Double.isNaN(second[row])) {
                first[row] = Double.NaN;
                second[row] = Double.NaN;
            }
        }
        return pearson(of(first), of(second));
    }

    /**
     * Area under the ROC curve of a score for a binary label, ties counted half.
     *
     * @return in [0, 1]; NaN unless both classes occur
     */
    public static double auc(double[] scores, boolean[] positive) {
        double[] ranks = of(scores);
        double sum = 0;
        long ones = 0;
        long zeros = 0;
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                continue;
            }
            if (positive[row]) {
                sum += ranks[row];
                ones++;
            } else {
                zeros++;
            }
        }
        return ones == 0 || zeros == 0 ? Double.NaN : (sum - ones * (ones + 1) / 2.0) / ((double) ones * zeros);
    }
}
