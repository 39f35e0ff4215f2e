package io.watertight.checks.duplicates;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How near each row lies to the nearest other one, compared with the fourth nearest. Numbers count by their rank, from 0 to 1;
 * different words, and a value against none, count a half. Rows that agree in everything are no neighbours: they are copies.
 */
final class NearestRows {

    /**
     * A row and its nearest one.
     *
     * @param row index into the sample
     * @param other index of the nearest row
     * @param ratio its distance over that of the fourth nearest, in (0, 1]
     * @param alike whether the two differ in two columns or more, all by little, where values are too fine to agree by chance
     */
    record Nearest(int row, int other, double ratio, boolean alike) {}

    /** Up to three copies of one row leave the fourth nearest a stranger. */
    static final int NEIGHBOURS = 4;

    /** Ranking so many rows and comparing so many pairs takes about half a second. */
    private static final int MOST_ROWS = 30_000;

    private static final long MOST_PAIRS = 30_000_000;
    private static final int MOST_COLUMNS = 30;
    private static final double DIFFERENT = 0.5;

    /** Ranks nearer than this are near, and a pair needs so many columns in which it is. */
    private static final double NEAR = 0.05;

    private static final int FEWEST_NEAR = 3;

    /** A value of more than this share of the rows agrees by chance. */
    private static final double ATOM = 0.01;

    private final ColumnBatch sample;
    private final int[] rows;
    private final float[][] points;
    private final boolean[][] atoms;
    private final int numbers;

    private NearestRows(ColumnBatch sample, List<String> numbers, List<String> words) {
        this.sample = sample;
        this.numbers = numbers.size();
        int stride = 1 + (sample.rows() - 1) / MOST_ROWS;
        this.rows = IntStream.range(0, sample.rows())
                .filter(row -> row % stride == 0)
                .toArray();
        this.points = new float[rows.length][numbers.size() + words.size()];
        this.atoms = new boolean[numbers.size()][];
        for (int column = 0; column < numbers.size(); column++) {
            double[] values = sample.numbers(numbers.get(column));
            place(column, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
        }
        for (int column = 0; column < words.size(); column++) {
            int[] codes = ((CodeVector) sample.column(words.get(column))).codes();
            for (int row = 0; row < rows.length; row++) {
                points[row][numbers.size() + column] = codes[rows[row]];
            }
        }
    }

    /** Of these columns, the finest numbers and all words; empty when too few numbers are fine enough. */
    static List<Nearest> find(StudyView view, List<String> columns) {
        ColumnBatch sample = view.sample();
        List<String> numbers = columns.stream()
                .filter(column -> sample.column(column) instanceof NumberVector)
                .sorted(Comparator.comparingLong(
                        column -> -view.profile().column(column).all().distinct()))
                .limit(MOST_COLUMNS)
                .toList();
        List<String> words = columns.stream()
                .filter(column -> sample.column(column) instanceof CodeVector)
                .limit(MOST_COLUMNS)
                .toList();
        long fine = numbers.stream()
                .filter(column -> view.profile().column(column).all().distinct() > 1 / ATOM)
                .count();
        return fine < FEWEST_NEAR
                ? List.of()
                : new NearestRows(sample, numbers, words).search(view.study().hasSplit());
    }

    private void place(int column, double[] values) {
        double[] ranks = Ranks.of(values);
        double there = Arrays.stream(ranks).filter(rank -> !Double.isNaN(rank)).count();
        double[] sorted = Arrays.stream(values).sorted().toArray();
        atoms[column] = new boolean[values.length];
        int reach = (int) Math.ceil(ATOM * there);
        for (int row = 0; row < values.length; row++) {
            boolean missing = Double.isNaN(ranks[row]);
            points[row][column] = missing ? -1 : (float) (ranks[row] / there);
            // the first and the last of equal values are this far apart, whichever of them the search meets
            int at = missing ? 0 : Arrays.binarySearch(sorted, values[row]);
            atoms[column][row] = missing || isAtom(sorted, at, reach);
        }
    }

    private static boolean isAtom(double[] sorted, int at, int reach) {
        int half = Math.max(1, reach / 2);
        return (at >= half && sorted[at - half] == sorted[at])
                || (at + half < sorted.length && sorted[at + half] == sorted[at]);
    }

    private List<Nearest> search(boolean split) {
        int[] others = IntStream.range(0, points.length)
                .filter(row -> !split || sample.part(rows[row]) == Part.TRAIN)
                .toArray();
        int[] all = IntStream.range(0, points.length)
                .filter(row -> !split || sample.part(rows[row]) == Part.TEST)
                .toArray();
        int step = (int) (1 + (long) all.length * others.length / MOST_PAIRS);
        List<Nearest> found = new ArrayList<>();
        for (int index = 0; index < all.length && others.length > NEIGHBOURS; index += step) {
            found.add(nearest(all[index], others));
        }
        return found;
    }

    private Nearest nearest(int row, int[] others) {
        float[] distances = new float[NEIGHBOURS];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        int nearest = row;
        float[] point = points[row];
        for (int other : others) {
            float distance = distance(point, points[other], distances[NEIGHBOURS - 1]);
            if (distance > 0 && distance < distances[NEIGHBOURS - 1]) {
                nearest = distance < distances[0] ? other : nearest;
                int place = NEIGHBOURS - 1;
                while (place > 0 && distances[place - 1] > distance) {
                    distances[place] = distances[--place];
                }
                distances[place] = distance;
            }
        }
        boolean enough = distances[NEIGHBOURS - 1] < Float.POSITIVE_INFINITY;
        return new Nearest(
                rows[row],
                rows[nearest],
                enough ? distances[0] / distances[NEIGHBOURS - 1] : 1,
                enough && alike(row, nearest));
    }

    /** Gives up, with a number that is too large, once the distance reaches the limit. */
    private float distance(float[] point, float[] other, float limit) {
        float sum = 0;
        for (int column = 0; column < numbers && sum < limit; column++) {
            sum += Math.abs(point[column] - other[column]);
        }
        for (int column = numbers; column < point.length && sum < limit; column++) {
            sum += point[column] == other[column] ? 0 : (float) DIFFERENT;
        }
        return sum;
    }

    private boolean alike(int row, int other) {
        int differing = 0;
        int near = 0;
        for (int column = 0; column < numbers; column++) {
            double apart = Math.abs(points[row][column] - points[other][column]);
            differing += apart > 0 ? 1 : 0;
            near += apart <= NEAR && !atoms[column][row] && !atoms[column][other] ? 1 : 0;
        }
        return differing > 1 && near >= FEWEST_NEAR;
    }

    /** Whether the vectors of two rows agree in a column of numbers or words, or are both missing. */
    static boolean agree(Vector vector, int row, int other) {
        return vector.isMissing(row) || vector.isMissing(other)
                ? vector.isMissing(row) && vector.isMissing(other)
                : vector.text(row).equals(vector.text(other));
    }
}
