package io.watertight.ml.measure;

import io.watertight.core.numeric.Ranks;
import java.util.stream.IntStream;

/** What depends on the order of scores alone. Rows of equal scores are taken together. */
final class RankingCurves {

    private RankingCurves() {}

    /** A bootstrap scores the same rows over and over: it hands them in sorted. */
    private static int[] order(double[] scores) {
        for (int row = 1; row < scores.length; row++) {
            if (!(scores[row - 1] <= scores[row])) {
                return Ranks.order(scores);
            }
        }
        return IntStream.range(0, scores.length).toArray();
    }

    /** Area under the ROC curve: the weight of pairs that are ordered rightly, ties half (Hanley and McNeil, Radiology 143, 1982). */
    static double area(double[] scores, boolean[] positive, double[] weights) {
        int[] order = order(scores);
        double zerosBelow = 0;
        double ones = 0;
        double wins = 0;
        int start = 0;
        while (start < order.length) {
            double tiedOnes = 0;
            double tiedZeros = 0;
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                int row = order[end++];
                tiedOnes += positive[row] ? weights[row] : 0;
                tiedZeros += positive[row] ? 0 : weights[row];
            }
            wins += tiedOnes * (zerosBelow + tiedZeros / 2);
            ones += tiedOnes;
            zerosBelow += tiedZeros;
            start = end;
        }
        return wins / (ones * zerosBelow);
    }

    /** Average precision: precision at each step of recall, weighted by the step; no interpolation (as scikit-learn defines it). */
    static double averagePrecision(double[] scores, boolean[] positive, double[] weights) {
        int[] order = order(scores);
        double ones = 0;
        double all = 0;
        double sum = 0;
        int start = order.length - 1;
        while (start >= 0) {
            double tiedOnes = 0;
            int end = start;
            while (end >= 0 && scores[order[end]] == scores[order[start]]) {
                int row = order[end--];
                tiedOnes += positive[row] ? weights[row] : 0;
                all += weights[row];
            }
            ones += tiedOnes;
            sum += all > 0 ? tiedOnes * ones / all : 0;
            start = end;
        }
        return ones == all ? Double.NaN : sum / ones;
    }

    /**
     * The weight of positive rows among the {@code most} highest scores, and the weight of all of those: {ones there, all there, ones
     * anywhere}. Where the limit falls among equal scores, each of them counts by its share.
     */
    static double[] top(double[] scores, boolean[] positive, double[] weights, double most) {
        int[] order = order(scores);
        double onesThere = 0;
        double there = 0;
        double onesAnywhere = 0;
        int start = order.length - 1;
        while (start >= 0) {
            double tied = 0;
            double tiedOnes = 0;
            int end = start;
            while (end >= 0 && scores[order[end]] == scores[order[start]]) {
                int row = order[end--];
                tied += weights[row];
                tiedOnes += positive[row] ? weights[row] : 0;
            }
            double room = Math.max(0, Math.min(tied, most - there));
            onesThere += tied > 0 ? tiedOnes * room / tied : 0;
            there += room;
            onesAnywhere += tiedOnes;
            start = end;
        }
        return new double[] {onesThere, there, onesAnywhere};
    }
}
