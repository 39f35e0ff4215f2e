package io.watertight.ml.algorithm.neighbour;

import java.util.Arrays;

/** The nearest rows so far, nearest first. Offered in ascending order, the earlier of two rows equally far stays. Not thread-safe. */
final class Nearest {

    private final float[] distances;
    private final int[] rows;
    private int size;

    Nearest(int most) {
        this.distances = new float[most];
        this.rows = new int[most];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
    }

    void offer(float[] measured, int count, int first) {
        float limit = distances[distances.length - 1];
        for (int row = 0; row < count; row++) {
            if (measured[row] < limit || size < rows.length) {
                insert(measured[row], first + row);
                limit = distances[distances.length - 1];
            }
        }
    }

    private void insert(float distance, int row) {
        int place = Math.min(size, rows.length - 1);
        while (place > 0 && distances[place - 1] > distance) {
            distances[place] = distances[place - 1];
            rows[place] = rows[place - 1];
            place--;
        }
        distances[place] = distance;
        rows[place] = row;
        size = Math.min(size + 1, rows.length);
    }

    int[] rows() {
        return Arrays.copyOf(rows, size);
    }
}
