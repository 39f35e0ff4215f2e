package io.watertight.ml.split;

import java.util.Arrays;
import java.util.Comparator;

/** Orders rows by numbers. */
final class Order {

    private Order() {}

    /** Rows in ascending order of the first numbers, then of the second. */
    static int[] of(long[] first, long[] second) {
        return sorted(
                first.length,
                Comparator.<Integer>comparingLong(row -> first[row]).thenComparingLong(row -> second[row]));
    }

    static int[] sorted(int rows, Comparator<Integer> comparator) {
        Integer[] order = new Integer[rows];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, comparator);
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
