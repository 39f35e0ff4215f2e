package io.watertight.checks.duplicates;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.study.Part;
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
    private static final float DIFFERENT = 0.5f;

    /** Rows that are compared at a time. */
    private static final int BLOCK = 512;

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
        int[] asked = IntStream.range(0, all.length)
                .filter(index -> index % step == 0)
                .map(index -> all[index])
                .toArray();
        return others.length > NEIGHBOURS ? search(asked, others) : List.of();
    }

    /** Column by column over some hundred rows at a time, which fit the cache and which the processor adds up side by side. */
    private List<Nearest> search(int[] asked, int[] others) {
        float[][] values = new float[points[0].length][others.length];
        for (int column = 0; column < values.length; column++) {
            for (int index = 0; index < others.length; index++) {
                values[column][index] = points[others[index]][column];
            }
        }
        List<Neighbours> neighbours =
                Arrays.stream(asked).mapToObj(Neighbours::new).toList();
        float[] sums = new float[BLOCK];
        for (int begin = 0; begin < others.length; begin += BLOCK) {
            int end = Math.min(others.length, begin + BLOCK);
            for (Neighbours one : neighbours) {
                distances(points[one.row], values, begin, end, sums);
                one.take(others, begin, end, sums);
            }
        }
        return neighbours.stream().map(this::nearest).toList();
    }

    private void distances(float[] point, float[][] values, int begin, int end, float[] sums) {
        Arrays.fill(sums, 0);
        for (int column = 0; column < point.length; column++) {
            if (column < numbers) {
                addNumbers(point[column], values[column], begin, end - begin, sums);
            } else {
                addWords(point[column], values[column], begin, end - begin, sums);
            }
        }
    }

    private static void addNumbers(float value, float[] values, int begin, int count, float[] sums) {
        for (int index = 0; index < count; index++) {
            sums[index] += Math.abs(value - values[begin + index]);
        }
    }

    /** Codes are whole: without a branch, those that differ come to the same. */
    private static void addWords(float value, float[] values, int begin, int count, float[] sums) {
        for (int index = 0; index < count; index++) {
            sums[index] += Math.min(Math.abs(value - values[begin + index]), 1f) * DIFFERENT;
        }
    }

    /** The nearest rows of one so far. */
    private static final class Neighbours {
        private final int row;
        private final float[] distances = new float[NEIGHBOURS];
        private int nearest;

        Neighbours(int row) {
            this.row = row;
            this.nearest = row;
            Arrays.fill(distances, Float.POSITIVE_INFINITY);
        }

        void take(int[] others, int begin, int end, float[] sums) {
            for (int index = begin; index < end; index++) {
                float distance = sums[index - begin];
                if (distance < distances[NEIGHBOURS - 1] && distance > 0) {
                    insert(distance, others[index]);
                }
            }
        }

        private void insert(float distance, int other) {
            nearest = distance < distances[0] ? other : nearest;
            int place = NEIGHBOURS - 1;
            while (place > 0 && distances[place - 1] > distance) {
                distances[place] = distances[--place];
            }
            distances[place] = distance;
        }
    }

    private Nearest nearest(Neighbours found) {
        float[] distances = found.distances;
        boolean enough = distances[NEIGHBOURS - 1] < Float.POSITIVE_INFINITY;
        return new Nearest(
                rows[found.row],
                rows[found.nearest],
                enough ? distances[0] / distances[NEIGHBOURS - 1] : 1,
                enough && alike(found.row, found.nearest));
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
