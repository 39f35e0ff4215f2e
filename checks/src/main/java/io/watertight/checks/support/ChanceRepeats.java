package io.watertight.checks.support;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pairs of equal rows chance alone would make. Coarse tables repeat rows honestly, so equal rows are copies only beyond
 * that number.
 *
 * <p>Of the pairs of rows that agree in all columns but two, let {@code a} agree in the first of the two only, {@code b} in the
 * second only and {@code c} in neither: if the two columns agree independently of one another there, {@code a * b / c} pairs agree in
 * both by chance. That needs no independence of the other columns, because all of these pairs agree in them. The two columns are taken from
 * the finest five; one further column may be left out altogether, for a column computed from the others agrees whenever they do.
 * The largest estimate counts, which favours the table.
 *
 * @param observed pairs of equal rows in the sample
 * @param expected of these, about how many chance explains
 */
public record ChanceRepeats(double observed, double expected) {

    private static final int FINEST = 5;

    /** Distinct texts of at least this mean length do not coincide by chance. */
    private static final double LONG_TEXT = 20;

    private static final double FREE = 0.5;

    /** Share of the observed pairs that chance explains; 1 without any pair. */
    public double share() {
        return observed <= 0 ? 1 : Math.min(1, expected / observed);
    }

    /** Whether there are far more equal pairs than chance explains: chance has at most a quarter, four deviations away. */
    public boolean isRuledOut() {
        return share() <= 0.25 && isExceeded();
    }

    /** Whether there are clearly more equal pairs than chance explains. */
    public boolean isExceeded() {
        return share() <= 0.7 && observed - expected > 4 * Math.sqrt(expected) + 1;
    }

    /** Within one table. */
    public static ChanceRepeats within(ColumnBatch batch, List<String> columns) {
        return new Estimate(batch, columns, false).result();
    }

    /** Between a training and a test row. */
    public static ChanceRepeats across(ColumnBatch batch, List<String> columns) {
        return new Estimate(batch, columns, true).result();
    }

    /** Counts agreeing pairs with some of the finest columns left out; each set of them once. */
    private static final class Estimate {

        private final ColumnBatch batch;
        private final List<String> columns;
        private final boolean across;
        private final List<long[]> finest = new ArrayList<>();
        private final Map<Integer, Double> pairs = new HashMap<>();
        private final long[] all;

        Estimate(ColumnBatch batch, List<String> columns, boolean across) {
            this.batch = batch;
            this.columns = columns;
            this.across = across;
            this.all = RowHashes.of(batch, columns);
        }

        ChanceRepeats result() {
            double observed = agreeing(0);
            if (observed == 0) {
                return new ChanceRepeats(0, 0);
            }
            if (columns.stream().anyMatch(this::isFreeText)) {
                return new ChanceRepeats(observed, 0);
            }
            if (columns.size() == 1) {
                return new ChanceRepeats(observed, observed);
            }
            columns.stream()
                    .map(column -> RowHashes.ofColumn(batch, column))
                    .sorted(Comparator.comparingDouble(RowHashes::pairs))
                    .limit(FINEST)
                    .forEach(finest::add);
            double share = 0;
            for (int first = 0; first < finest.size(); first++) {
                for (int second = first + 1; second < finest.size(); second++) {
                    int both = 1 << first | 1 << second;
                    share = Math.max(share, share(1 << first, 1 << second, 0));
                    for (int dropped = 0; dropped < finest.size() && columns.size() > 3; dropped++) {
                        if ((both & 1 << dropped) == 0) {
                            share = Math.max(share, share(1 << first, 1 << second, 1 << dropped));
                        }
                    }
                }
            }
            return new ChanceRepeats(observed, Math.min(1, share) * observed);
        }

        private double share(int first, int second, int dropped) {
            double full = agreeing(dropped);
            double firstOnly = agreeing(dropped | second) - full;
            double secondOnly = agreeing(dropped | first) - full;
            double neither = agreeing(dropped | first | second) - full - firstOnly - secondOnly;
            return firstOnly * secondOnly / (neither + 1) / full;
        }

        private double agreeing(int leftOut) {
            return pairs.computeIfAbsent(leftOut, this::count);
        }

        private double count(int leftOut) {
            long[] hashes = all;
            for (int index = 0; index < finest.size(); index++) {
                if ((leftOut & 1 << index) != 0) {
                    hashes = RowHashes.without(hashes, finest.get(index));
                }
            }
            return across ? RowHashes.pairsAcross(hashes, batch) : RowHashes.pairs(hashes);
        }

        /** Whether a column holds long texts, nearly all different: nobody writes the same one twice by chance. */
        private boolean isFreeText(String column) {
            return batch.column(column) instanceof CodeVector vector
                    && vector.dictionary().size() >= FREE * batch.rows()
                    && vector.dictionary().stream()
                                    .mapToInt(String::length)
                                    .average()
                                    .orElse(0)
                            >= LONG_TEXT;
        }
    }
}
