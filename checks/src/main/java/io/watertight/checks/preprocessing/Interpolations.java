package io.watertight.checks.preprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Finds classes that were enlarged by rows on the segment between two others (SMOTE). A row s lies between a and b when the
 * directions from s to both are opposite. Two random projections turn the directions from s into angles; sorted, opposite ones are
 * neighbours; then every column is compared. This takes n log n steps for a row and assumes nothing about the distance by which
 * neighbours were chosen.
 */
final class Interpolations {

    /** Columns of fewer different values form a lattice, where points in a line are common. */
    private static final int LEAST_DISTINCT = 20;

    private static final int FEWEST_COLUMNS = 3;

    /** Rows of a class that are judged, and rows they may lie between. */
    private static final int JUDGED = 300;

    private static final int FIRST_LOOK = 50;

    /** A prime above the number judged: in strides, a first look is spread over all of them. */
    private static final int STRIDE = 307;

    private static final int ENDS = 4000;
    private static final int FEWEST_ENDS = 20;

    private static final int INDEX_BITS = 20;
    private static final int ANGLE_BITS = 40;

    /** Directions within about 1e-5 of half a turn are compared in full. */
    private static final long SAME_ANGLE = (1L << (ANGLE_BITS + INDEX_BITS)) / 100_000;

    /** Deviation from the segment that arithmetic and rounding may leave, in standard deviations of the column. */
    private static final double ON_SEGMENT = 1e-5;

    private final List<double[]> columns;
    private final double[] first;
    private final double[] second;

    private Interpolations(List<double[]> columns) {
        this.columns = columns;
        Random random = new Random(1);
        first = project(random);
        second = project(random);
    }

    static Optional<Enlarged> in(LabelledRows rows) {
        List<double[]> columns = rows.numbers(LEAST_DISTINCT).stream()
                .map(Interpolations::standardised)
                .toList();
        if (columns.size() < FEWEST_COLUMNS) {
            return Optional.empty();
        }
        Interpolations search = new Interpolations(columns);
        int[][] ends = new int[rows.classes()][];
        long[] sizes = new long[rows.classes()];
        for (int label = 0; label < ends.length; label++) {
            int wanted = label;
            ends[label] = IntStream.range(0, rows.rows())
                    .filter(row -> rows.label(row) == wanted && search.isWhole(row))
                    .toArray();
            sizes[label] = ends[label].length;
        }
        Optional<Enlarged> best = Optional.empty();
        Enlarged[] shares = new Enlarged[rows.classes()];
        for (int label = 0; label < ends.length; label++) {
            shares[label] = search.judge(rows, label, ends[label]);
        }
        for (int label = 0; label < ends.length; label++) {
            Optional<Enlarged> one = compared(shares, sizes, label).filter(Enlarged::isClear);
            if (one.isPresent()
                    && best.filter(other -> other.share() >= shareOf(one)).isEmpty()) {
                best = one;
            }
        }
        return best;
    }

    private static double shareOf(Optional<Enlarged> one) {
        return one.map(Enlarged::share).orElse(0.0);
    }

    /** Against the largest other class; a much smaller one has fewer pairs of ends to lie between, and would not be fair. */
    private static Optional<Enlarged> compared(Enlarged[] shares, long[] sizes, int label) {
        long[] others = sizes.clone();
        others[label] = 0;
        int reference = Copies.largest(others);
        if (sizes[label] < FEWEST_ENDS || 2 * others[reference] < Math.min(ENDS, sizes[label])) {
            return Optional.empty();
        }
        Enlarged one = shares[label];
        return Optional.of(
                new Enlarged(label, one.judged(), one.made(), one.share(), shares[reference].share(), one.rows()));
    }

    private Enlarged judge(LabelledRows rows, int label, int[] members) {
        int[] ends = thinned(members, ENDS);
        int[] judged = thinned(Arrays.stream(members).filter(rows::isJudged).toArray(), JUDGED);
        List<Long> made = new ArrayList<>();
        int looked = 0;
        // After a first look at a class without a single synthetic row the rest is not worth the time.
        while (looked < judged.length && (looked < FIRST_LOOK || !made.isEmpty())) {
            int row = judged[(int) ((long) looked * STRIDE % judged.length)];
            if (liesBetween(row, ends)) {
                made.add(rows.id(row));
            }
            looked++;
        }
        double share = looked == 0 ? 0 : (double) made.size() / looked;
        return new Enlarged(
                label,
                looked,
                made.size(),
                share,
                0,
                made.stream().sorted().limit(10).toList());
    }

    /** Evenly spread over the rows, so that it does not matter where the synthetic ones stand. */
    private static int[] thinned(int[] rows, int most) {
        return rows.length <= most
                ? rows
                : IntStream.range(0, most)
                        .map(index -> rows[(int) ((long) index * rows.length / most)])
                        .toArray();
    }

    private boolean liesBetween(int row, int[] ends) {
        long[] directions = new long[ends.length];
        int count = 0;
        for (int index = 0; index < ends.length; index++) {
            double x = first[ends[index]] - first[row];
            double y = second[ends[index]] - second[row];
            if (ends[index] != row && Math.abs(x) + Math.abs(y) > ON_SEGMENT) {
                double angle = Math.atan2(y, x);
                double half = (angle < 0 ? angle + Math.PI : angle) / Math.PI;
                // Angle above, index below, so that one sort of plain numbers carries the rows along.
                directions[count++] = ((long) (half * (1L << ANGLE_BITS)) << INDEX_BITS) | index;
            }
        }
        Arrays.sort(directions, 0, count);
        for (int index = 0; index < count; index++) {
            long limit = directions[index] + SAME_ANGLE;
            for (int next = index + 1; next < count && directions[next] < limit; next++) {
                if (isBetween(row, ends[indexOf(directions[index])], ends[indexOf(directions[next])])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int indexOf(long direction) {
        return (int) (direction & ((1L << INDEX_BITS) - 1));
    }

    /** Whether a row lies on the segment, away from its ends, and the ends differ in enough columns to say so. */
    private boolean isBetween(int row, int from, int to) {
        double length = 0;
        double along = 0;
        for (double[] column : columns) {
            double step = column[to] - column[from];
            length += step * step;
            along += step * (column[row] - column[from]);
        }
        double position = along / length;
        if (!(position > 1e-6 && position < 1 - 1e-6)) {
            return false;
        }
        int moved = 0;
        for (double[] column : columns) {
            double step = column[to] - column[from];
            if (Math.abs(column[row] - column[from] - position * step) > ON_SEGMENT) {
                return false;
            }
            moved += Math.abs(step) > 100 * ON_SEGMENT ? 1 : 0;
        }
        return moved >= FEWEST_COLUMNS;
    }

    private boolean isWhole(int row) {
        return columns.stream().allMatch(column -> Double.isFinite(column[row]));
    }

    private double[] project(Random random) {
        double[] projection = new double[columns.get(0).length];
        for (double[] column : columns) {
            double weight = random.nextGaussian();
            for (int row = 0; row < projection.length; row++) {
                projection[row] += weight * column[row];
            }
        }
        return projection;
    }

    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
        double squares = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(1);
        return Arrays.stream(values)
                .map(value -> (value - mean) / Math.sqrt(squares))
                .toArray();
    }
}
