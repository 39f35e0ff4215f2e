package io.watertight.ml.algorithm;

import io.watertight.ml.data.Response;

/**
 * Sums that say all about the response in a set of rows: the weight of each class, or weight, first and second moment of a number.
 * Immutable by contract; thread-safe.
 *
 * @param kinds sums a set has
 * @param codes class by row, empty for numbers
 * @param values standardised number by row, empty for classes
 * @param weights by row
 * @param mean what was taken off the numbers
 * @param spread what they were divided by
 * @param outputs a model has
 * @param positive the class that the only output is about
 */
record Moments(
        int kinds,
        int[] codes,
        double[] values,
        double[] weights,
        double mean,
        double spread,
        int outputs,
        int positive) {

    /** A bin counts as if it had so many more rows of the mean of all. */
    private static final double PRIOR = 5;

    static Moments of(Response.Classes classes, double[] weights) {
        return new Moments(
                classes.names().size(),
                classes.codes(),
                new double[0],
                weights,
                0,
                1,
                classes.outputs(),
                classes.positive());
    }

    static Moments of(Response.Numbers numbers, double[] weights) {
        double largest = Double.MIN_NORMAL;
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            largest = Math.max(largest, Math.abs(numbers.values()[row]));
            total += weights[row];
        }
        double mean = 0;
        for (int row = 0; row < weights.length; row++) {
            mean += numbers.values()[row] / largest * (weights[row] / total);
        }
        double[] values = new double[weights.length];
        for (int row = 0; row < weights.length; row++) {
            values[row] = numbers.values()[row] / largest - mean;
        }
        return new Moments(3, new int[0], values, weights, mean, largest, 1, 0);
    }

    boolean probabilities() {
        return codes.length > 0;
    }

    /** Adds a row to the sums that begin at a place. */
    void add(int row, double[] table, int place) {
        if (codes.length > 0) {
            table[place + codes[row]] += weights[row];
        } else {
            table[place] += weights[row];
            table[place + 1] += weights[row] * values[row];
            table[place + 2] += weights[row] * values[row] * values[row];
        }
    }

    /** Sums by bin, fold and kind. */
    double[] table(int[] bins, int count, int[] folds, int foldCount) {
        double[] table = new double[Math.multiplyExact(count * foldCount, kinds)];
        for (int row = 0; row < bins.length; row++) {
            add(row, table, (bins[row] * foldCount + folds[row]) * kinds);
        }
        return table;
    }

    /** The loss of rows of each fold, predicted from the bins of the other folds. */
    double loss(double[] table, int count, int folds) {
        double[] all = new double[folds * kinds];
        for (int place = 0; place < table.length; place++) {
            all[place % all.length] += table[place];
        }
        double loss = 0;
        double[] prior = new double[kinds];
        double[] rest = new double[kinds];
        for (int fold = 0; fold < folds; fold++) {
            without(all, 0, folds, fold, prior);
            for (int bin = 0; bin < count; bin++) {
                without(table, bin * folds * kinds, folds, fold, rest);
                loss += loss(table, (bin * folds + fold) * kinds, rest, prior);
            }
        }
        return loss;
    }

    private void without(double[] table, int start, int folds, int fold, double[] into) {
        java.util.Arrays.fill(into, 0);
        for (int other = 0; other < folds; other++) {
            for (int kind = 0; other != fold && kind < kinds; kind++) {
                into[kind] += table[start + other * kinds + kind];
            }
        }
    }

    /** Loss of the sums at a place, as predicted by others. */
    private double loss(double[] table, int place, double[] rest, double[] prior) {
        if (codes.length == 0) {
            double mean = (rest[1] + PRIOR * ratio(prior[1], prior[0])) / (rest[0] + PRIOR);
            return table[place + 2] - 2 * mean * table[place + 1] + mean * mean * table[place];
        }
        double total = 0;
        double everything = 0;
        for (int kind = 0; kind < kinds; kind++) {
            total += rest[kind];
            everything += prior[kind];
        }
        double loss = 0;
        for (int kind = 0; kind < kinds; kind++) {
            // Half a row more of each class, so that no chance is 0.
            double base = (prior[kind] + 0.5) / (everything + 0.5 * kinds);
            loss -= table[place + kind] * Math.log((rest[kind] + PRIOR * base) / (total + PRIOR));
        }
        return loss;
    }

    private static double ratio(double sum, double weight) {
        return weight > 0 ? sum / weight : 0;
    }

    /** What each bin predicts, by output and bin, learnt from a table of one fold. */
    double[][] means(double[] table, int count) {
        double[] prior = new double[kinds];
        for (int place = 0; place < table.length; place++) {
            prior[place % kinds] += table[place];
        }
        double[][] means = new double[outputs][count];
        for (int bin = 0; bin < count; bin++) {
            int place = bin * kinds;
            if (codes.length == 0) {
                double centred = (table[place + 1] + PRIOR * ratio(prior[1], prior[0])) / (table[place] + PRIOR);
                means[0][bin] = (centred + mean) * spread;
                continue;
            }
            double total = 0;
            double everything = 0;
            for (int kind = 0; kind < kinds; kind++) {
                total += table[place + kind];
                everything += prior[kind];
            }
            for (int output = 0; output < outputs; output++) {
                int kind = outputs == 1 ? positive : output;
                means[output][bin] = (table[place + kind] + PRIOR * prior[kind] / everything) / (total + PRIOR);
            }
        }
        return means;
    }
}
