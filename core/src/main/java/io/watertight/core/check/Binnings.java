package io.watertight.core.check;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Binning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Bins of a column from a sample of its values. */
final class Binnings {

    /** As many distinct numbers as this are told apart one by one. */
    private static final int FEW = 48;

    /** Bins of equal count for other numbers. */
    private static final int QUANTILES = 32;

    /** A value this frequent among the others gets a bin of its own, so that an atom is not mixed with its neighbours. */
    private static final double ATOM = 0.02;

    /** Words beyond this many, by frequency, share a bin. */
    private static final int LEVELS = 1000;

    private Binnings() {}

    static Binning of(Vector vector) {
        if (vector instanceof NumberVector numbers) {
            return cuts(numbers.values());
        }
        return levels((CodeVector) vector);
    }

    private static Binning cuts(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] distinct = IntStream.range(0, sorted.length)
                .filter(index -> index == 0 || Double.compare(sorted[index - 1], sorted[index]) != 0)
                .mapToDouble(index -> sorted[index])
                .toArray();
        if (distinct.length <= FEW) {
            return new Binning.Cuts(distinct.length == 0 ? distinct : Arrays.copyOf(distinct, distinct.length - 1));
        }
        IntStream.Builder ends = IntStream.builder();
        int lastEnd = -1;
        int lastCut = -1;
        int start = 0;
        while (start < sorted.length) {
            int end = start;
            while (end + 1 < sorted.length && sorted[end + 1] == sorted[start]) {
                end++;
            }
            boolean atom = end - start + 1 >= ATOM * sorted.length;
            if (atom && lastEnd > lastCut) {
                ends.add(lastEnd);
                lastCut = lastEnd;
            }
            boolean full =
                    (long) (end + 1) * QUANTILES / sorted.length > (long) (lastCut + 1) * QUANTILES / sorted.length;
            if ((atom || full) && end + 1 < sorted.length) {
                ends.add(end);
                lastCut = end;
            }
            lastEnd = end;
            start = end + 1;
        }
        return new Binning.Cuts(ends.build().mapToDouble(index -> sorted[index]).toArray());
    }

    private static Binning levels(CodeVector vector) {
        long[] counts = new long[vector.dictionary().size()];
        for (int code : vector.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        List<String> dictionary = vector.dictionary();
        List<String> texts = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(code -> -counts[code]).thenComparing(dictionary::get))
                .limit(LEVELS)
                .map(dictionary::get)
                .toList();
        return new Binning.Levels(texts);
    }
}
