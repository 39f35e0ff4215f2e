package io.watertight.checks.target;

import io.watertight.checks.support.ChanceOfPurity;
import io.watertight.checks.support.LabelledSample;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.study.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proposes single values of a continuous number that only one class has, such as 0, -1, 999 or a rounded amount: bins of equal count
 * mix them with their neighbours.
 */
final class Spikes {

    /** A value of fewer rows of the screen is not worth a question. */
    private static final int FEWEST_ROWS = 10;

    /** A spike is so many times more frequent than values are on average. */
    private static final double USUAL = 5;

    /** Unlikely enough on the screen to be counted over all rows. */
    private static final double UNLIKELY = -2;

    /** Rows on either side that tell whether a slope leads up to the value. */
    private static final int NEIGHBOURS = 50;

    private Spikes() {}

    /** The value itself as the middle one of three bins: below it, it, above it. */
    static Contingency question(String column, double value) {
        return new Contingency(column, new Binning.Cuts(new double[] {Math.nextDown(value), value}));
    }

    /** The most telling value of a column, if it is worth counting. */
    static Optional<Double> find(StudyView view, LabelledSample screen, Column column) {
        if (!column.isNumber() || view.profile().column(column.name()).all().distinct() <= Regions.MOST_LEVELS) {
            return Optional.empty();
        }
        double[] numbers = screen.numbers(column.name());
        int[] order = IntStream.range(0, numbers.length)
                .filter(row -> !Double.isNaN(numbers[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> numbers[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double distinct =
                Arrays.stream(order).mapToDouble(row -> numbers[row]).distinct().count();
        double least = Math.max(FEWEST_ROWS, USUAL * order.length / Math.max(1, distinct));
        long[] classes = screen.classCounts();
        Optional<Double> best = Optional.empty();
        double rarest = UNLIKELY;
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            while (end < order.length && numbers[order[end]] == numbers[order[start]]) {
                end++;
            }
            int label = screen.labels()[order[start]];
            if (end - start >= least && count(screen, order, start, end, label) == end - start) {
                double base = (double) classes[label] / screen.size();
                double luck = ChanceOfPurity.log10(end - start, end - start, base, 1);
                if (luck < rarest && !leadsUp(screen, order, start, end, label, base)) {
                    rarest = luck;
                    best = Optional.of(numbers[order[start]]);
                }
            }
            start = end;
        }
        return best;
    }

    private static boolean leadsUp(LabelledSample screen, int[] order, int start, int end, int label, double base) {
        int below = Math.min(NEIGHBOURS, start);
        int above = Math.min(NEIGHBOURS, order.length - end);
        return leans(count(screen, order, start - below, start, label), below, base)
                || leans(count(screen, order, end, end + above, label), above, base);
    }

    private static boolean leans(int ofClass, int rows, double base) {
        return ofClass - rows * base > 2 * Math.sqrt(rows * base * (1 - base));
    }

    private static int count(LabelledSample screen, int[] order, int from, int to, int label) {
        int count = 0;
        for (int index = from; index < to; index++) {
            count += screen.labels()[order[index]] == label ? 1 : 0;
        }
        return count;
    }
}
