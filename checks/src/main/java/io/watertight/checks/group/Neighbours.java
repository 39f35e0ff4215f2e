package io.watertight.checks.group;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows as points on a map, and who is nearest to whom. Distances are squared degrees, with longitudes shortened towards the poles;
 * good enough to tell who is nearest. Points with a missing or impossible coordinate take no part.
 */
final class Neighbours {

    /** Comparing every point with every other is quick up to this many. */
    private static final int MOST_POINTS = 4_000;

    private final int[] rows;
    private final double[] latitudes;
    private final double[] longitudes;
    private final ColumnBatch sample;

    Neighbours(ColumnBatch sample, String latitude, String longitude) {
        this.sample = sample;
        double[] north = sample.numbers(latitude);
        double[] east = sample.numbers(longitude);
        int[] usable = IntStream.range(0, sample.rows())
                .filter(row -> Math.abs(north[row]) <= 90 && Math.abs(east[row]) <= 180)
                .toArray();
        int step = (usable.length + MOST_POINTS - 1) / MOST_POINTS;
        rows = IntStream.range(0, usable.length)
                .filter(index -> index % Math.max(1, step) == 0)
                .map(index -> usable[index])
                .toArray();
        double middle =
                Arrays.stream(rows).mapToDouble(row -> north[row]).average().orElse(0);
        double shortening = Math.cos(Math.toRadians(middle));
        latitudes = Arrays.stream(rows).mapToDouble(row -> north[row]).toArray();
        longitudes =
                Arrays.stream(rows).mapToDouble(row -> east[row] * shortening).toArray();
    }

    int points() {
        return rows.length;
    }

    int row(int point) {
        return rows[point];
    }

    boolean isIn(int point, Part part) {
        return sample.part(rows[point]) == part;
    }

    /** The nearest other point in training, -1 if there is none. */
    int nearestInTraining(int point) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < rows.length; other++) {
            if (other != point && isIn(other, Part.TRAIN) && distance(point, other) < least) {
                least = distance(point, other);
                nearest = other;
            }
        }
        return nearest;
    }

    double distance(int point, int other) {
        double north = latitudes[point] - latitudes[other];
        double east = longitudes[point] - longitudes[other];
        return north * north + east * east;
    }
}
