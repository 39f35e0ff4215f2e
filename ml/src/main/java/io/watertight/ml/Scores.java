package io.watertight.ml;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Areas and explained variance of out-of-fold predictions. */
final class Scores {

    private Scores() {}

    /**
     * A score and how far it may be off.
     *
     * @param value AUC or R2
     * @param standardError the larger of two: the spread over the folds, and what sampling of the rows alone allows. With three
     *     folds the first is small by luck too often to stand alone
     */
    record Score(double value, double standardError) {}

    /** AUC, or the mean over classes of one against the rest. Each fold is judged on its own: scores of two models do not compare. */
    static Score areas(float[][] predictions, float[] labels, int[] folds) {
        int outputs = predictions[0].length;
        double sum = 0;
        double sampling = 0;
        int judged = 0;
        double[] byFold = new double[RowDraw.FOLDS];
        int[] judgedInFold = new int[RowDraw.FOLDS];
        for (int output = 0; output < outputs; output++) {
            int label = outputs == 1 ? 1 : output;
            double weighted = 0;
            double weights = 0;
            for (int fold = 0; fold < RowDraw.FOLDS; fold++) {
                int here = fold;
                Area area = area(predictions, output, labels, label, row -> folds[row] == here);
                if (area.pairs() > 0) {
                    weighted += area.pairs() * area.value();
                    weights += area.pairs();
                    byFold[fold] += area.value();
                    judgedInFold[fold]++;
                }
            }
            if (weights > 0) {
                double ones = count(labels, label);
                sum += weighted / weights;
                sampling += hanleyMcNeil(weighted / weights, ones, labels.length - ones);
                judged++;
            }
        }
        if (judged == 0) {
            throw new Unanswerable("no fold of the sample has rows of two classes");
        }
        for (int fold = 0; fold < byFold.length; fold++) {
            byFold[fold] = judgedInFold[fold] == 0 ? Double.NaN : byFold[fold] / judgedInFold[fold];
        }
        return new Score(sum / judged, Math.max(sampling / judged, spread(byFold)));
    }

    /** R2 against the mean of all rows; its sampling error is that of a squared correlation. */
    static Score rSquared(float[][] predictions, float[] labels, int[] folds) {
        double[] errors = new double[RowDraw.FOLDS];
        double[] spreads = new double[RowDraw.FOLDS];
        double mean = mean(labels);
        for (int row = 0; row < labels.length; row++) {
            double error = labels[row] - predictions[row][0];
            double distance = labels[row] - mean;
            errors[folds[row]] += error * error;
            spreads[folds[row]] += distance * distance;
        }
        double value = 1 - Arrays.stream(errors).sum() / Arrays.stream(spreads).sum();
        double[] byFold = new double[RowDraw.FOLDS];
        for (int fold = 0; fold < byFold.length; fold++) {
            byFold[fold] = spreads[fold] == 0 ? Double.NaN : 1 - errors[fold] / spreads[fold];
        }
        double explained = Math.max(0, Math.min(1, value));
        double sampling =
                Math.max(2 * Math.sqrt(explained) * (1 - explained) / Math.sqrt(labels.length), 1.0 / labels.length);
        return new Score(value, Math.max(sampling, spread(byFold)));
    }

    /** Standard error of the mean of the folds that could be judged. */
    private static double spread(double[] byFold) {
        double[] known =
                Arrays.stream(byFold).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(known).average().orElseThrow();
        double squares = Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (known.length - 1) / known.length);
    }

    /** Standard error of an AUC (Hanley and McNeil, Radiology 143, 1982). */
    static double hanleyMcNeil(double area, double ones, double zeros) {
        double oneAbove = area / (2 - area);
        double bothAbove = 2 * area * area / (1 + area);
        double variance =
                area * (1 - area) + (ones - 1) * (oneAbove - area * area) + (zeros - 1) * (bothAbove - area * area);
        return Math.sqrt(Math.max(0, variance) / (ones * zeros));
    }

    /**
     * An area under a curve.
     *
     * @param value in [0, 1]
     * @param pairs pairs of rows of either class that it compares; 0 when there are none
     */
    record Area(double value, double pairs) {}

    /** Ranks without an object a row: the score's bits in sortable order, the label in the last bit. */
    static Area area(float[][] predictions, int output, float[] labels, int label, IntPredicate judged) {
        long[] keys = new long[labels.length];
        int size = 0;
        for (int row = 0; row < labels.length; row++) {
            if (judged.test(row)) {
                int bits = Float.floatToIntBits(predictions[row][output]);
                long ordered = bits < 0 ? ~bits : bits | 0x80000000L;
                keys[size++] = (ordered & 0xFFFFFFFFL) << 1 | (labels[row] == label ? 1 : 0);
            }
        }
        Arrays.sort(keys, 0, size);
        double below = 0;
        double ones = 0;
        double wins = 0;
        int start = 0;
        while (start < size) {
            int end = start;
            double tiedOnes = 0;
            while (end < size && keys[end] >>> 1 == keys[start] >>> 1) {
                tiedOnes += keys[end] & 1;
                end++;
            }
            double tiedZeros = end - start - tiedOnes;
            wins += tiedOnes * (below + tiedZeros / 2);
            below += tiedZeros;
            ones += tiedOnes;
            start = end;
        }
        double pairs = ones * below;
        return new Area(pairs == 0 ? Double.NaN : wins / pairs, pairs);
    }

    private static double count(float[] labels, int label) {
        double count = 0;
        for (float value : labels) {
            count += value == label ? 1 : 0;
        }
        return count;
    }

    private static double mean(float[] labels) {
        double sum = 0;
        for (float value : labels) {
            sum += value;
        }
        return sum / labels.length;
    }
}
