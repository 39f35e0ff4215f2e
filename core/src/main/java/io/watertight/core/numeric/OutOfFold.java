package io.watertight.core.numeric;

import io.watertight.core.statistic.ContingencyTable;
import java.util.Arrays;

/**
 * Strength of a column from its contingency table: in each fold a bin is scored by the target mean of the other folds, shrunk
 * towards the overall mean by one row, and the scores are judged on the fold. No row is scored by itself.
 */
public final class OutOfFold {

    private OutOfFold() {}

    /** Macro one-vs-rest AUC; classes with fewer than five rows are left out. */
    public static Strength ofClasses(ContingencyTable table) {
        int classes = table.cells()[0][0].length;
        double[] totals = new double[classes];
        double[][] all = new double[table.bins()][];
        for (int bin = 0; bin < all.length; bin++) {
            all[bin] = table.total(bin);
            for (int label = 0; label < classes; label++) {
                totals[label] += all[bin][label];
            }
        }
        double rows = Arrays.stream(totals).sum();
        double sum = 0;
        double variance = 0;
        double best = 0.5;
        int judged = 0;
        int last = classes == 2 ? 1 : classes;
        for (int label = 0; label < last; label++) {
            double ones = totals[label];
            double zeros = rows - ones;
            if (ones < 5 || zeros < 5) {
                continue;
            }
            double area = auc(table, all, label, ones / rows);
            sum += area;
            best = Math.max(best, area);
            variance += (rows + 1) / (12 * ones * zeros);
            judged++;
        }
        double value = judged == 0 ? 0.5 : sum / judged;
        double error = judged == 0 ? 0 : Math.sqrt(variance / judged);
        return new Strength(table.column(), "AUC", value, Math.max(best, value), error, (long) rows);
    }

    private static double auc(ContingencyTable table, double[][] all, int label, double prior) {
        int folds = table.cells()[0].length;
        double weighted = 0;
        double weights = 0;
        double[] score = new double[table.bins()];
        double[] ones = new double[table.bins()];
        double[] zeros = new double[table.bins()];
        for (int fold = 0; fold < folds; fold++) {
            double foldOnes = 0;
            double foldZeros = 0;
            for (int bin = 0; bin < table.bins(); bin++) {
                double[] here = table.cells()[bin][fold];
                double hereRows = sum(here);
                double otherRows = sum(all[bin]) - hereRows;
                score[bin] = (all[bin][label] - here[label] + prior) / (otherRows + 1);
                ones[bin] = here[label];
                zeros[bin] = hereRows - here[label];
                foldOnes += ones[bin];
                foldZeros += zeros[bin];
            }
            if (foldOnes == 0 || foldZeros == 0) {
                continue;
            }
            weighted += foldOnes * foldZeros * area(score, ones, zeros);
            weights += foldOnes * foldZeros;
        }
        return weights == 0 ? 0.5 : weighted / weights;
    }

    /** Counts are whole numbers, so their sum is exact in any order. */
    private static double sum(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }

    /** AUC of weighted bins, ties half. */
    static double area(double[] score, double[] ones, double[] zeros) {
        int[] order = Ranks.order(score);
        double below = 0;
        double sum = 0;
        int start = 0;
        while (start < order.length) {
            double tiedOnes = 0;
            double tiedZeros = 0;
            int end = start;
            while (end < order.length && score[order[end]] == score[order[start]]) {
                tiedOnes += ones[order[end]];
                tiedZeros += zeros[order[end]];
                end++;
            }
            sum += tiedOnes * (below + tiedZeros / 2);
            below += tiedZeros;
            start = end;
        }
        double pairs = below * Arrays.stream(ones).sum();
        return pairs == 0 ? 0.5 : sum / pairs;
    }

    /** The better of R2 on the target and on its ranks. */
    public static Strength ofNumbers(ContingencyTable table) {
        double rows = 0;
        int used = 0;
        for (int bin = 0; bin < table.bins(); bin++) {
            double count = table.total(bin)[0];
            rows += count;
            used += count > 0 ? 1 : 0;
        }
        double value = Math.max(rSquared(table, 1), rSquared(table, 3));
        double error = rows == 0 ? 0 : Math.sqrt(2.0 * Math.max(1, used)) / rows;
        return new Strength(table.column(), "R2", value, value, error, (long) rows);
    }

    /** Out-of-fold R2 from cells that hold n at 0, the sum at {@code at} and the sum of squares after it. */
    private static double rSquared(ContingencyTable table, int at) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int bin = 0; bin < table.bins(); bin++) {
            double[] all = table.total(bin);
            n += all[0];
            sum += all[at];
            squares += all[at + 1];
        }
        if (n < 2) {
            return 0;
        }
        double mean = sum / n;
        double spread = squares - n * mean * mean;
        double error = 0;
        for (int bin = 0; bin < table.bins(); bin++) {
            double[] all = table.total(bin);
            for (double[] here : table.cells()[bin]) {
                double guess = (all[at] - here[at] + mean) / (all[0] - here[0] + 1);
                error += here[at + 1] - 2 * guess * here[at] + here[0] * guess * guess;
            }
        }
        return spread <= 0 ? 0 : 1 - error / spread;
    }
}
