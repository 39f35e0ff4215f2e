package io.watertight.ml.measure;

import io.watertight.core.numeric.Ranks;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What scores are worth to work that is done in order: visits, inspections, calls. Each day keeps its number of visits; they are handed
 * out by score, the highest first. How much earlier are those that find something? (City of Chicago, Food Inspection Forecasting, 2015.)
 * Rows of equal scores take the mean of the days, or of the places, that they have together.
 *
 * @param visits number of rows
 * @param found number of positive rows
 * @param mean days by which positive rows are earlier than they were; below 0 when they are later
 * @param deviation standard deviation of that over positive rows (n - 1)
 * @param pValue of Student's t-test that the mean is 0, two-sided; NaN with fewer than two positive rows, or when none moved. The test
 *     takes rows for independent, which they are not quite: moving one moves others
 * @param firstHalf share of the positive rows among the first half of all visits, ordered by score; with an odd number the middle visit
 *     belongs half to it
 * @param firstHalfBefore that share in the order in which the visits were made, those of one day in no order
 */
public record DaysEarlier(
        int visits, int found, double mean, double deviation, double pValue, double firstHalf, double firstHalfBefore) {

    /**
     * Compares the order of scores with that of days. With no positive row the numbers are NaN.
     *
     * @param days when each row was visited, in days of any origin, finite
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static DaysEarlier of(double[] days, Response.Classes truth, Predictions predicted) {
        int visits = days.length;
        if (truth.rows() != visits || predicted.rows() != visits) {
            throw new IllegalArgumentException("there are " + visits + " days, " + truth.rows() + " outcomes and "
                    + predicted.rows() + " predictions");
        }
        double[] byDay = days.clone();
        Arrays.sort(byDay);
        double[] urgency =
                Arrays.stream(predicted.single()).map(score -> -score).toArray();
        double[] then = spread(urgency, byDay);
        double[] early = new double[visits];
        for (int place = 0; place < visits; place++) {
            early[place] = Math.max(0, Math.min(1, visits / 2.0 - place));
        }
        double[] first = spread(urgency, early);
        double[] firstBefore = spread(days, early);
        int found = 0;
        double sum = 0;
        double inFirst = 0;
        double inFirstBefore = 0;
        for (int row = 0; row < visits; row++) {
            if (truth.indicator(row) > 0) {
                found++;
                sum += days[row] - then[row];
                inFirst += first[row];
                inFirstBefore += firstBefore[row];
            }
        }
        double mean = sum / found;
        double squares = 0;
        for (int row = 0; row < visits; row++) {
            squares += truth.indicator(row) * Math.pow(days[row] - then[row] - mean, 2);
        }
        double deviation = Math.sqrt(squares / (found - 1));
        return new DaysEarlier(
                visits, found, mean, deviation, pValue(mean, deviation, found), inFirst / found, inFirstBefore / found);
    }

    /** Deals the values out in rising order of the key; equal keys share theirs. */
    private static double[] spread(double[] key, double[] values) {
        int[] order = Ranks.order(key);
        double[] dealt = new double[key.length];
        for (int start = 0; start < order.length; ) {
            int end = start;
            double sum = 0;
            while (end < order.length && key[order[end]] == key[order[start]]) {
                sum += values[end++];
            }
            for (int place = start; place < end; place++) {
                dealt[order[place]] = sum / (end - start);
            }
            start = end;
        }
        return dealt;
    }

    private static double pValue(double mean, double deviation, int found) {
        if (found < 2 || !(deviation > 0)) {
            return Double.NaN;
        }
        double t = Math.abs(mean) / (deviation / Math.sqrt(found));
        return 2 * new TDistribution(found - 1).cumulativeProbability(-t);
    }
}
