package io.watertight.checks.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * How far each line of a table lies in one cell.
 *
 * @param rows rows of the table
 * @param exceptions of these, rows outside their line's largest cell
 * @param winners the largest cell of each line that has rows
 */
public record Purity(long rows, long exceptions, List<Integer> winners) {

    public Purity {
        winners = List.copyOf(winners);
    }

    public static Purity of(long[][] table) {
        long rows = 0;
        long exceptions = 0;
        List<Integer> winners = new ArrayList<>();
        for (long[] line : table) {
            int best = 0;
            for (int cell = 1; cell < line.length; cell++) {
                best = line[cell] > line[best] ? cell : best;
            }
            long total = Arrays.stream(line).sum();
            rows += total;
            exceptions += total - line[best];
            if (total > 0) {
                winners.add(best);
            }
        }
        return new Purity(rows, exceptions, winners);
    }

    /** The table with lines and cells exchanged. */
    static long[][] turned(long[][] table, int cells) {
        long[][] turned = new long[cells][table.length];
        for (int line = 0; line < table.length; line++) {
            for (int cell = 0; cell < cells; cell++) {
                turned[cell][line] = table[line][cell];
            }
        }
        return turned;
    }

    /** Whether a line settles the cell, as far as a sample tells, and not all lines the same one. */
    public boolean mayBeExact() {
        return distinctWinners() > 1 && Exceptions.mayBeTolerated(exceptions, rows);
    }

    public int distinctWinners() {
        return new HashSet<>(winners).size();
    }
}
