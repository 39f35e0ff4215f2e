package io.watertight.checks.support;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the identity of a value says about the target beyond its place in the order of values: the share of the target's variance
 * between values that neighbouring values do not share.
 *
 * <p>For neighbouring values i and j with means m, variances v and sizes n of the target, {@code (mi - mj)^2 - vi/ni - vj/nj} is
 * on average twice the variance of what is proper to a value; a relation that is smooth along the values cancels out. This is the
 * difference-based estimate of von Neumann et al. (Annals of Mathematical Statistics 12, 1941) on group means.
 *
 * @param share of the target's variance, about an intraclass correlation free of trend; may be negative
 * @param z the share over its standard error
 * @param values values with two rows or more that it rests on
 */
public record IdentityEffect(double share, double z, int values) {

    public static final IdentityEffect NONE = new IdentityEffect(0, 0, 0);

    /** Of a column's values on the responses, over rows that have both. */
    public static IdentityEffect of(ColumnBatch batch, String column, Responses responses) {
        return of(batch.column(column), responses);
    }

    /** Of values that may be made of a column's, one a row of the responses. */
    public static IdentityEffect of(Vector vector, Responses responses) {
        if (responses.columns().isEmpty()) {
            return NONE;
        }
        double[] first = responses.columns().get(0);
        double[] places = places(vector);
        int[] order = IntStream.range(0, vector.size())
                .filter(row -> !vector.isMissing(row) && !Double.isNaN(first[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> places[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] differences = new double[responses.columns().size()][];
        double[] weights = new double[0];
        double variance = 0;
        for (int index = 0; index < differences.length; index++) {
            Groups groups = Groups.of(order, places, responses.columns().get(index));
            weights = groups.weights();
            differences[index] = groups.differences();
            variance += groups.variance();
        }
        return sum(differences, weights, variance);
    }

    private static IdentityEffect sum(double[][] differences, double[] weights, double variance) {
        double total = Arrays.stream(weights).sum();
        if (weights.length < 10 || variance <= 0 || total <= 0) {
            return NONE;
        }
        double[] joint = new double[weights.length];
        for (double[] one : differences) {
            for (int index = 0; index < joint.length; index++) {
                joint[index] += one[index];
            }
        }
        double mean = 0;
        for (int index = 0; index < joint.length; index++) {
            mean += weights[index] * joint[index] / total;
        }
        double squares = 0;
        for (int index = 0; index < joint.length; index++) {
            double deviation = weights[index] * (joint[index] - mean);
            squares += deviation * deviation;
        }
        // Each value enters two differences, so about twice the variance of independent terms.
        double error = Math.sqrt(2 * squares) / total;
        return new IdentityEffect(mean / 2 / variance, error > 0 ? mean / error : 0, joint.length + 1);
    }

    /** Numbers as they are, words by their place in the dictionary's order. */
    private static double[] places(Vector vector) {
        if (vector instanceof NumberVector numbers) {
            return numbers.values();
        }
        CodeVector words = (CodeVector) vector;
        int[] sorted = IntStream.range(0, words.dictionary().size())
                .boxed()
                .sorted(Comparator.comparing(code -> words.dictionary().get(code)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] place = new double[sorted.length];
        for (int index = 0; index < sorted.length; index++) {
            place[sorted[index]] = index;
        }
        return Arrays.stream(words.codes())
                .mapToDouble(code -> code < 0 ? Double.NaN : place[code])
                .toArray();
    }

    /**
     * Differences of neighbouring values.
     *
     * @param differences squared difference of means less what noise explains
     * @param weights by the smaller of the two sizes
     * @param variance of the response over all rows
     */
    private record Groups(double[] differences, double[] weights, double variance) {

        static Groups of(int[] order, double[] places, double[] response) {
            double[] mean = new double[order.length];
            double[] noise = new double[order.length];
            double[] size = new double[order.length];
            int groups = 0;
            double sum = 0;
            double squares = 0;
            int start = 0;
            while (start < order.length) {
                int end = start;
                double groupSum = 0;
                double groupSquares = 0;
                while (end < order.length && places[order[end]] == places[order[start]]) {
                    double value = response[order[end]];
                    groupSum += value;
                    groupSquares += value * value;
                    end++;
                }
                int count = end - start;
                sum += groupSum;
                squares += groupSquares;
                if (count > 1) {
                    mean[groups] = groupSum / count;
                    double within = Math.max(0, groupSquares - groupSum * mean[groups]) / (count - 1);
                    noise[groups] = within / count;
                    size[groups++] = count;
                }
                start = end;
            }
            double[] differences = new double[Math.max(0, groups - 1)];
            double[] weights = new double[differences.length];
            for (int index = 0; index < differences.length; index++) {
                double difference = mean[index] - mean[index + 1];
                differences[index] = difference * difference - noise[index] - noise[index + 1];
                weights[index] = Math.min(size[index], size[index + 1]);
            }
            double all = Math.max(1, order.length);
            return new Groups(differences, weights, Math.max(0, squares / all - sum / all * (sum / all)));
        }
    }
}
