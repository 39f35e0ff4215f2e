package io.watertight.checks.support;

import io.watertight.core.numeric.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cuts of a number between which only one class lies.
 *
 * @param sorted the values that are not missing, ascending
 * @param ends for each band but the last, the index in {@code sorted} at which the next one begins
 * @param exceptions rows of another class than their band's
 * @param distinct distinct values
 */
public record Bands(double[] sorted, int[] ends, long exceptions, int distinct) {

    /**
     * The bands of a number: one cut with few exceptions for two classes; otherwise bands without exception, at most one a class
     * and at most three for two classes. Values of which there are only two, and anything finer, have none.
     */
    public static Optional<Bands> of(double[] values, int[] labels, int classes) {
        int[] order = Ranks.order(values);
        double[] sorted = Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
        int distinct = (int) Arrays.stream(sorted).distinct().count();
        if (distinct < 3
                || IntStream.of(order).map(row -> labels[row]).distinct().count() < 2) {
            return Optional.empty();
        }
        int[] dealt = IntStream.of(order).map(row -> labels[row]).toArray();
        Optional<Bands> pure = pure(sorted, dealt, Math.max(3, classes), distinct);
        return pure.isPresent() || classes > 2 ? pure : oneCut(sorted, dealt, distinct);
    }

    private static Optional<Bands> pure(double[] sorted, int[] labels, int most, int distinct) {
        List<Integer> ends = new ArrayList<>();
        for (int index = 1; index < sorted.length; index++) {
            if (labels[index] != labels[index - 1]) {
                ends.add(index);
                if (sorted[index] == sorted[index - 1] || ends.size() >= most) {
                    return Optional.empty();
                }
            }
        }
        // Rows of one value come in the order of the table: a mixed value shows as a change of label within it.
        return Optional.of(
                new Bands(sorted, ends.stream().mapToInt(Integer::intValue).toArray(), 0, distinct));
    }

    private static Optional<Bands> oneCut(double[] sorted, int[] labels, int distinct) {
        long ones = IntStream.of(labels).sum();
        long onesBelow = 0;
        long fewest = Long.MAX_VALUE;
        int best = 0;
        for (int index = 1; index < sorted.length; index++) {
            onesBelow += labels[index - 1];
            long wrong = onesBelow + (sorted.length - index) - (ones - onesBelow);
            wrong = Math.min(wrong, sorted.length - wrong);
            if (sorted[index] != sorted[index - 1] && wrong < fewest) {
                fewest = wrong;
                best = index;
            }
        }
        return Exceptions.mayBeTolerated(fewest, sorted.length)
                ? Optional.of(new Bands(sorted, new int[] {best}, fewest, distinct))
                : Optional.empty();
    }

    /** Numbers a person would have written between the bands: rows below the first are in the first band. */
    public double[] cuts() {
        return IntStream.of(ends)
                .mapToDouble(end -> DenseCut.roundest(sorted[end - 1], sorted[end]))
                .toArray();
    }

    /** Whether every cut goes through a crowd, or parts zero from the rest. */
    public boolean isDefined() {
        return IntStream.range(0, ends.length).allMatch(index -> {
            int start = index == 0 ? 0 : ends[index - 1];
            int end = index == ends.length - 1 ? sorted.length : ends[index + 1];
            return DenseCut.isAtZero(sorted, start, ends[index], end)
                    || DenseCut.isDense(sorted, start, ends[index], end);
        });
    }

    /** log10 of the number of ways to cut the values into so many bands and to name these. */
    public double tried(int classes) {
        return Luck.choices(distinct - 1L, ends.length) + (ends.length + 1) * Math.log10(classes);
    }
}
