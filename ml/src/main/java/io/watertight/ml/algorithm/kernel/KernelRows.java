package io.watertight.ml.algorithm.kernel;

import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.algorithm.neighbour.Distances;
import io.watertight.ml.data.Features;
import java.util.Arrays;

/** Rows of the matrix exp(-gamma d²), worked out when asked for; the most recently used ones are kept. Not thread-safe. */
final class KernelRows {

    /** What kept rows may take, as in LIBSVM's callers: 200 MB. */
    private static final long MOST_BYTES = 200_000_000;

    private final Distances distances;
    private final Distances.Queries queries;
    private final double gamma;
    private final Workers workers;
    private final int rows;
    private final float[][] slots;
    private final int[] slotOf;
    private final int[] rowIn;
    private final long[] used;
    private long clock;
    private int filled;

    KernelRows(Distances distances, Features features, double gamma, Workers workers) {
        this.distances = distances;
        this.queries = distances.queries(features);
        this.gamma = gamma;
        this.workers = workers;
        this.rows = distances.rows();
        int most = (int) Math.max(2, Math.min(rows, MOST_BYTES / 4 / rows));
        this.slots = new float[most][];
        this.slotOf = new int[rows];
        Arrays.fill(slotOf, -1);
        this.rowIn = new int[most];
        this.used = new long[most];
    }

    int rows() {
        return rows;
    }

    /** One row. Not to be written to, nor kept beyond the next call but one. */
    float[] row(int row) {
        int slot = slotOf[row];
        if (slot < 0) {
            slot = free();
            slotOf[row] = slot;
            rowIn[slot] = row;
            fill(row, slots[slot]);
        }
        used[slot] = ++clock;
        return slots[slot];
    }

    private int free() {
        if (filled < slots.length) {
            slots[filled] = new float[distances.stretches() * Distances.STRETCH];
            return filled++;
        }
        int oldest = 0;
        for (int slot = 1; slot < used.length; slot++) {
            oldest = used[slot] < used[oldest] ? slot : oldest;
        }
        slotOf[rowIn[oldest]] = -1;
        return oldest;
    }

    private void fill(int row, float[] into) {
        int stretches = distances.stretches();
        int tasks = stretches < 8 ? 1 : 4;
        workers.each(tasks, task -> {
            float[] measured = new float[Distances.STRETCH];
            int[] scratch = new int[Distances.STRETCH];
            for (int stretch = task * stretches / tasks; stretch < (task + 1) * stretches / tasks; stretch++) {
                distances.measure(queries, row, stretch, measured, scratch);
                Exponential.of(measured, -gamma, into, stretch * Distances.STRETCH);
            }
        });
    }
}
