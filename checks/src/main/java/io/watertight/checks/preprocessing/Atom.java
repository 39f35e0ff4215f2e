package io.watertight.checks.preprocessing;

import io.watertight.checks.support.Decimals;
import io.watertight.core.data.ColumnBatch;
import java.util.Arrays;
import java.util.Optional;

/**
 * One number that occurs too often among the others of its column, as a value does that was filled in.
 *
 * @param column the column
 * @param value the number
 * @param decimals its decimals
 * @param others distinct numbers beside it in the sample
 */
record Atom(String column, double value, int decimals, int others) {

    /** A number with more decimals than all others is noticed when it occurs this often. */
    private static final int THRICE = 3;

    /** Among numbers that hardly repeat it must make up this share of the rows ... */
    private static final double SHARE = 0.01;

    /** ... and occur this many times as often as the next. */
    private static final int LEAD = 5;

    static Optional<Atom> in(ColumnBatch rows, String column) {
        double[] sorted = Arrays.stream(rows.numbers(column))
                .filter(Double::isFinite)
                .map(value -> value + 0.0) // -0.0 and 0.0 are one value
                .sorted()
                .toArray();
        int distinct = 0;
        int first = 0;
        int second = 0;
        double top = Double.NaN;
        int mostDecimals = -1;
        int nextDecimals = -1;
        double finest = Double.NaN;
        int finestCount = 0;
        int end;
        for (int start = 0; start < sorted.length; start = end) {
            end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            int count = end - start;
            distinct++;
            if (count > first) {
                second = first;
                first = count;
                top = sorted[start];
            } else if (count > second) {
                second = count;
            }
            int decimals = Decimals.of(sorted[start]);
            if (decimals > mostDecimals) {
                nextDecimals = mostDecimals;
                mostDecimals = decimals;
                finest = sorted[start];
                finestCount = count;
            } else if (decimals > nextDecimals) {
                nextDecimals = decimals;
            }
        }
        if (distinct < 3) {
            return Optional.empty();
        }
        if (mostDecimals > nextDecimals && finestCount >= THRICE) {
            return Optional.of(new Atom(column, finest, mostDecimals, distinct - 1));
        }
        boolean continuous = distinct - 1 >= (sorted.length - first) / 2;
        boolean stands = first >= Math.max(LEAD, SHARE * sorted.length) && first >= LEAD * second;
        return continuous && stands
                ? Optional.of(new Atom(column, top, Decimals.of(top), distinct - 1))
                : Optional.empty();
    }
}
