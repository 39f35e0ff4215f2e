package io.watertight.ml;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes problems of a sample. What cannot be learnt is {@link Unanswerable}.
 *
 * @param sample the rows
 * @param draw which rows are taken when there are too many
 * @param mostRows about how many are wanted at most
 */
record Problems(ColumnBatch sample, RowDraw draw, int mostRows) {

    /** More classes are not told apart: a model grows a tree for each in every round. */
    private static final int MOST_CLASSES = 20;

    /** Neither part of a split counts more than this many times the rows of the other. */
    private static final int MOST_LOPSIDED = 10;

    /**
     * Training rows with a target: one problem for classes, two for a number, namely the number and its rank. Squared error on a
     * heavy tail is about a handful of rows; ranks are not, so the better of the two scores speaks for the features.
     */
    List<Problem> reference(Optional<Outcome> outcome) {
        Outcome known = outcome.orElseThrow(() -> new Unanswerable("needs a target"));
        return known.isClasses()
                ? List.of(classes(known))
                : numbers(known.target().column());
    }

    private Problem classes(Outcome outcome) {
        int[] all = Labels.of(sample, outcome.target());
        int[] training = IntStream.range(0, all.length)
                .filter(row -> all[row] >= 0 && sample.part(row) == Part.TRAIN)
                .toArray();
        int[] counts = new int[outcome.classes()];
        for (int row : training) {
            counts[all[row]]++;
        }
        int[] judged = IntStream.range(0, counts.length)
                .filter(label -> counts[label] >= Problem.LEAST_OF_A_CLASS)
                .boxed()
                .sorted((left, right) -> Integer.compare(counts[right], counts[left]))
                .limit(MOST_CLASSES)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        requireRows(training.length);
        if (judged.length < 2) {
            throw new Unanswerable("needs two classes with at least " + Problem.LEAST_OF_A_CLASS
                    + " training rows each in the sample");
        }
        int[] indexOf = new int[counts.length];
        Arrays.fill(indexOf, -1);
        for (int index = 0; index < judged.length; index++) {
            indexOf[judged[index]] = index;
        }
        int[] rows =
                Arrays.stream(training).filter(row -> indexOf[all[row]] >= 0).toArray();
        int[] labels = Arrays.stream(rows).map(row -> indexOf[all[row]]).toArray();
        int[] kept = draw.keep(sample.rowIds(), rows, labels, judged.length, mostRows);
        float[] wanted = new float[kept.length];
        for (int index = 0; index < kept.length; index++) {
            wanted[index] = labels[kept[index]];
        }
        boolean binary = judged.length == 2;
        return new Problem(
                pick(rows, kept),
                wanted,
                ones(kept.length),
                binary ? 1 : judged.length,
                binary ? Problem.Loss.LOGISTIC : Problem.Loss.SOFTPROB);
    }

    private List<Problem> numbers(String target) {
        double[] all = sample.numbers(target);
        int[] training = IntStream.range(0, all.length)
                .filter(row -> Double.isFinite(all[row]) && sample.part(row) == Part.TRAIN)
                .toArray();
        requireRows(training.length);
        int[] kept = draw.keep(sample.rowIds(), training, new int[training.length], 1, mostRows);
        int[] rows = pick(training, kept);
        double[] values = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            throw new Unanswerable("the target is the same in all training rows of the sample");
        }
        return List.of(
                new Problem(rows, standardized(values), ones(rows.length), 1, Problem.Loss.SQUARED),
                new Problem(rows, standardized(Ranks.of(values)), ones(rows.length), 1, Problem.Loss.SQUARED));
    }

    /** Training rows (0) against test rows (1), weighted so that both parts count the same. */
    Problem domains() {
        int[] rows = IntStream.range(0, sample.rows())
                .filter(row -> sample.part(row) != Part.VALIDATION)
                .toArray();
        int[] labels = Arrays.stream(rows)
                .map(row -> sample.part(row) == Part.TEST ? 1 : 0)
                .toArray();
        double tests = Arrays.stream(labels).sum();
        double trains = rows.length - tests;
        if (Math.min(tests, trains) < Problem.LEAST_ROWS) {
            throw new Unanswerable(
                    "needs " + Problem.LEAST_ROWS + " rows of each part of the split in the sample; there are "
                            + (long) trains + " training and " + (long) tests + " test rows");
        }
        double smaller = Math.min(Math.min(tests, trains), mostRows / 2.0);
        double larger = Math.min(MOST_LOPSIDED * smaller, mostRows - smaller);
        double[] rates = {
            Math.min(1, (trains <= tests ? smaller : larger) / trains),
            Math.min(1, (trains <= tests ? larger : smaller) / tests)
        };
        int[] kept = draw.keep(sample.rowIds(), rows, labels, rates);
        float[] wanted = new float[kept.length];
        double ones = 0;
        for (int index = 0; index < kept.length; index++) {
            wanted[index] = labels[kept[index]];
            ones += wanted[index];
        }
        float[] weights = new float[kept.length];
        for (int index = 0; index < kept.length; index++) {
            weights[index] = (float) (kept.length / (2 * (wanted[index] > 0 ? ones : kept.length - ones)));
        }
        return new Problem(pick(rows, kept), wanted, weights, 1, Problem.Loss.LOGISTIC);
    }

    private static void requireRows(int rows) {
        if (rows < Problem.LEAST_ROWS) {
            throw new Unanswerable(
                    "needs " + Problem.LEAST_ROWS + " training rows with a target in the sample; there are " + rows);
        }
    }

    /** Mean 0 and deviation 1, so that no number is too large for a float. */
    private static float[] standardized(double[] values) {
        double scale = Arrays.stream(values).map(Math::abs).max().orElse(1);
        double[] scaled = Arrays.stream(values).map(value -> value / scale).toArray();
        double mean = Arrays.stream(scaled).average().orElse(0);
        double variance = Arrays.stream(scaled)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(1);
        float[] result = new float[values.length];
        for (int row = 0; row < values.length; row++) {
            result[row] = (float) ((scaled[row] - mean) / Math.sqrt(variance));
        }
        return result;
    }

    private static float[] ones(int size) {
        float[] result = new float[size];
        Arrays.fill(result, 1);
        return result;
    }

    private static int[] pick(int[] rows, int[] indices) {
        return Arrays.stream(indices).map(index -> rows[index]).toArray();
    }
}
