package io.watertight.ml.evaluate;

import io.watertight.core.numeric.Ranks;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The variance of the AUC of one test set (DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988), by ranks (Sun and Xu, IEEE Signal
 * Processing Letters 21, 2014). The interval is made on the logit, so that it stays within 0 and 1.
 */
final class DeLong {

    private DeLong() {}

    /** Whether the rows are of two classes, both there, with equal weights. */
    static boolean fits(Pool pool) {
        return pool.truth() instanceof Response.Classes classes
                && classes.isBinary()
                && classes.counts()[0] > 1
                && classes.counts()[1] > 1
                && Arrays.stream(pool.weights()).distinct().count() == 1;
    }

    static Interval interval(Pool pool) {
        Response.Classes classes = (Response.Classes) pool.truth();
        double[] area = areaAndVariance(pool.predicted().single(), classes);
        double value = area[0];
        double error = Math.sqrt(area[1]);
        String method = "DeLong on " + pool.rows() + " rows";
        if (value <= 0 || value >= 1 || error == 0) {
            // Nothing was ordered wrongly: the rule of three for the rarer class.
            double rarer = Math.min(classes.counts()[0], classes.counts()[1]);
            double room = Math.min(1, 3 / rarer);
            return new Interval(value, Math.max(0, value - room), Math.min(1, value + room), Interval.LEVEL, method);
        }
        double logit = Math.log(value / (1 - value));
        double margin = new NormalDistribution().inverseCumulativeProbability((1 + Interval.LEVEL) / 2)
                * error
                / (value * (1 - value));
        return new Interval(value, logistic(logit - margin), logistic(logit + margin), Interval.LEVEL, method);
    }

    /** The area and its variance. */
    static double[] areaAndVariance(double[] scores, Response.Classes classes) {
        double[] ranks = Ranks.of(scores);
        double[] ones = pick(scores, classes, true);
        double[] zeros = pick(scores, classes, false);
        double[] rankOfOnes = Ranks.of(ones);
        double[] rankOfZeros = Ranks.of(zeros);
        double[] overZeros = new double[ones.length];
        double[] underOnes = new double[zeros.length];
        int one = 0;
        int zero = 0;
        for (int row = 0; row < scores.length; row++) {
            if (classes.indicator(row) > 0) {
                overZeros[one] = (ranks[row] - rankOfOnes[one]) / zeros.length;
                one++;
            } else {
                underOnes[zero] = 1 - (ranks[row] - rankOfZeros[zero]) / ones.length;
                zero++;
            }
        }
        double area = Arrays.stream(overZeros).average().orElseThrow();
        return new double[] {area, variance(overZeros) / ones.length + variance(underOnes) / zeros.length};
    }

    private static double[] pick(double[] scores, Response.Classes classes, boolean positive) {
        double[] picked = new double[scores.length];
        int size = 0;
        for (int row = 0; row < scores.length; row++) {
            if (classes.indicator(row) > 0 == positive) {
                picked[size++] = scores[row];
            }
        }
        return Arrays.copyOf(picked, size);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
