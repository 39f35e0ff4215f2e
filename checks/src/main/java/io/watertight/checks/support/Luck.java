package io.watertight.checks.support;

import io.watertight.core.numeric.Tails;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How likely a relation is by luck alone, as a base-10 logarithm: -6 is one in a million. */
public final class Luck {

    private static final double LN10 = Math.log(10);

    private Luck() {}

    /**
     * log10 of the number of ways to deal labels to rows when each label's count is given: n! / (n1! n2! ...). One relation
     * without exception is one of these ways.
     */
    public static double arrangements(long... counts) {
        long total = Arrays.stream(counts).sum();
        double logarithm = Tails.logGamma(total + 1.0);
        for (long count : counts) {
            logarithm -= Tails.logGamma(count + 1.0);
        }
        return logarithm / LN10;
    }

    /** How often each number occurs, missing ones aside. */
    public static long[] repeats(double[] numbers) {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .boxed()
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The smallest count that is not zero. */
    public static long rarest(long[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).min().orElse(0);
    }

    /** log10 of the number of ways to choose the rows that are exceptions. */
    public static double choices(long rows, long exceptions) {
        return Tails.logChoose(rows, exceptions) / LN10;
    }

    /**
     * log10 of the chance that a relation with so many free choices holds on labels dealt at random.
     *
     * @param classCounts rows by class
     * @param exceptions rows that do not fit
     * @param tried log10 of the number of relations that were looked at: columns, cuts, pairings
     */
    public static double ofOrder(long[] classCounts, long exceptions, double tried) {
        long rows = Arrays.stream(classCounts).sum();
        double noise = choices(rows, Math.min(exceptions, rows / 2))
                + exceptions * Math.log10(Math.max(1, classCounts.length - 1));
        return Math.min(0, tried + noise - arrangements(classCounts));
    }
}
