package io.watertight.checks.duplicates;

import io.watertight.checks.support.RowHashes;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Grain;
import io.watertight.core.statistic.NearRepetitionReport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Pairs of rows that differ in a few columns: what to ask all rows about them.
 *
 * @param question for all rows or some of their blocks
 * @param undecided whether the sample was too thin to tell copies from chance: the question then allows for one column more than near
 *     pairs differ in, and {@link #isChance} decides
 */
record NearPairs(NearRepetition question, boolean undecided) {

    private static final double SIMILARITY = 0.9;

    /** Each more needs another look at all rows. */
    private static final int MOST_DIFFERING = 4;

    private static final int FEWEST_COLUMNS = 8;

    /** Columns in which more pairs of rows agree say little, and chance alone would make many near pairs of them. */
    private static final double MOST_AGREEING = 0.5;

    /** Rows of a block that a row is compared with. */
    private static final int NEIGHBOURS = 8;

    /** Chance may have made this share of the pairs. */
    private static final double EXPLAINED = 0.25;

    /** Below, a finding would not be worth a warning: rows in near pairs. */
    private static final double WORTH_A_LOOK = 0.002;

    /** The sample decides if it would hold so many pairs of a table that is worth a warning. */
    private static final double FEWEST_EXPECTED = 20;

    /** Rows in the blocks that are looked at, of a table that its sample is too thin for. */
    private static final double BLOCKED_ROWS = 1_000_000;

    /**
     * What to ask all rows, about those of these columns that tell rows apart. Where the sample is so thin that it would hold hardly a pair,
     * blocks are looked at instead, and one column more is allowed for, so that chance can be told from copies afterwards.
     *
     * @return empty if too few columns tell rows apart, or if the sample has no more near pairs than there would be by chance
     */
    static Optional<NearPairs> find(StudyView view, List<String> all) {
        ColumnBatch sample = view.sample();
        double pairs = (double) sample.rows() * (sample.rows() - 1) / 2;
        Map<String, Double> agreeing = new TreeMap<>();
        for (String column : all) {
            double agree = RowHashes.pairs(RowHashes.ofColumn(sample, column));
            if (agree <= MOST_AGREEING * pairs) {
                agreeing.put(column, agree);
            }
        }
        List<String> columns = List.copyOf(agreeing.keySet());
        if (columns.size() < FEWEST_COLUMNS) {
            return Optional.empty();
        }
        double similarity = Math.max(SIMILARITY, 1 - (MOST_DIFFERING + 0.5) / columns.size());
        Cells cells =
                new Cells(columns.stream().map(column -> new Grain(column, 0)).toList());
        int differing = Math.max(1, cells.differing(similarity));
        double least = differing == 1 ? 1 - 1.5 / columns.size() : similarity;
        double expected = NearDuplicateRows.WORTH_A_WARNING
                / 2
                * view.sample().rows()
                * view.sample().coverage();
        if (view.sample().coverage() < 1 && expected < FEWEST_EXPECTED) {
            double rows = view.sample().rows() / view.sample().coverage();
            int oneIn = (int) Math.max(1, Math.round(rows / BLOCKED_ROWS));
            return Optional.of(
                    new NearPairs(new NearRepetition(cells, 1 - (differing + 1.5) / columns.size(), oneIn), true));
        }
        long[] met = met(view, agreeing, differing);
        boolean worth = met[0]
                >= Math.max(
                        1,
                        WORTH_A_LOOK / 2 * view.sample().rows() * view.sample().coverage());
        return worth && !isChance(met[0], met[1])
                ? Optional.of(new NearPairs(new NearRepetition(cells, least), false))
                : Optional.empty();
    }

    /**
     * Whether chance may have made the near pairs: where it makes pairs that differ in d of many columns, each agreeing for at most half of
     * all pairs of rows, it makes more that differ in d + 1.
     *
     * @param near pairs that differ in at least one and at most d columns
     * @param farther pairs that differ in just one column more
     */
    private static boolean isChance(long near, long farther) {
        return farther > EXPLAINED * near;
    }

    /** Whether an answer to an undecided question is the work of chance. */
    boolean isChance(NearRepetitionReport report) {
        List<Long> differing = report.differing();
        if (!undecided || differing.isEmpty()) {
            return false;
        }
        long farther = differing.get(differing.size() - 1);
        return isChance(report.pairs() - farther, farther);
    }

    /** @param agreeing pairs of rows that agree in a column, by column: the fewer, the finer it is */
    private static long[] met(StudyView view, Map<String, Double> agreeing, int differing) {
        ColumnBatch sample = view.sample();
        long[][] hashes = agreeing.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(column -> RowHashes.ofColumn(sample, column.getKey()))
                .toArray(long[][]::new);
        int blocks = differing + 2;
        long[] counts = new long[2];
        Set<Long> known = new HashSet<>();
        for (int block = 0; block < blocks; block++) {
            long[] sums = sums(hashes, block, blocks);
            int[] rows = sorted(sums);
            for (int place = 0; place < rows.length; place++) {
                for (int next = place + 1;
                        next < Math.min(rows.length, place + 1 + NEIGHBOURS) && sums[rows[next]] == sums[rows[place]];
                        next++) {
                    int one = Math.min(rows[place], rows[next]);
                    int other = Math.max(rows[place], rows[next]);
                    boolean apart = !view.study().hasSplit() || sample.part(one) != sample.part(other);
                    if (apart && known.add((long) one * sums.length + other)) {
                        int differ = differing(hashes, one, other);
                        counts[0] += differ > 0 && differ <= differing ? 1 : 0;
                        counts[1] += differ == differing + 1 ? 1 : 0;
                    }
                }
            }
        }
        return counts;
    }

    /** Rows by their sum: the lowest bits of a sum make room for the row's number, so that numbers are sorted and not objects. */
    private static int[] sorted(long[] sums) {
        long rows = Long.highestOneBit(Math.max(1, sums.length)) * 2 - 1;
        return IntStream.range(0, sums.length)
                .mapToLong(row -> sums[row] & ~rows | row)
                .sorted()
                .mapToInt(key -> (int) (key & rows))
                .toArray();
    }

    /** Columns are dealt in turn, finest first, so that every set of them tells rows apart. */
    private static long[] sums(long[][] hashes, int block, int blocks) {
        long[] sums = new long[hashes[0].length];
        for (int index = block; index < hashes.length; index += blocks) {
            long[] column = hashes[index];
            for (int row = 0; row < sums.length; row++) {
                sums[row] += column[row];
            }
        }
        return sums;
    }

    private static int differing(long[][] hashes, int one, int other) {
        int differing = 0;
        for (long[] column : hashes) {
            differing += column[one] != column[other] ? 1 : 0;
        }
        return differing;
    }
}
