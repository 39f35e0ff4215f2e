package io.watertight.checks.support;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The sample's training rows that have a target, with their labels: what a check about the target proposes on. Arrays must not
 * be written to. Thread-safe.
 */
public final class LabelledSample {

    /** Enough rows to tell a relation without exception from a graded one, and few enough to look at every pair of columns. */
    public static final int SCREEN_ROWS = 2_000;

    private final StudyView view;
    private final int[] rows;
    private final int[] labels;
    private final double[] target;

    private LabelledSample(StudyView view, int[] rows, int[] labels, double[] target) {
        this.view = view;
        this.rows = rows;
        this.labels = labels;
        this.target = target;
    }

    /** All labelled training rows of the sample of a study with a target. */
    public static LabelledSample of(StudyView view) {
        ColumnBatch sample = view.sample();
        Outcome outcome = view.outcome().orElseThrow();
        Vector target = sample.column(outcome.target().column());
        int[] byRow = outcome.isClasses() ? labels(target, outcome.target()) : new int[target.size()];
        int[] rows = IntStream.range(0, sample.rows())
                .filter(row -> sample.part(row) == Part.TRAIN && !target.isMissing(row) && byRow[row] >= 0)
                .toArray();
        int[] labels = Arrays.stream(rows).map(row -> byRow[row]).toArray();
        double[] numbers = outcome.isClasses()
                ? Arrays.stream(labels)
                        .mapToDouble(label -> asNumber(label, outcome.target()))
                        .toArray()
                : gather(((NumberVector) target).values(), rows);
        return new LabelledSample(view, rows, outcome.isClasses() ? labels : new int[0], numbers);
    }

    private static double asNumber(int label, Target target) {
        return target.classes().size() > 2 ? label : label == target.positive() ? 1 : 0;
    }

    private static int[] labels(Vector vector, Target target) {
        int[] labels = new int[vector.size()];
        Map<String, Integer> classes = new HashMap<>();
        target.classes().forEach(text -> classes.put(text, classes.size()));
        if (vector instanceof CodeVector words) {
            int[] byCode = words.dictionary().stream()
                    .mapToInt(text -> classes.getOrDefault(text, -1))
                    .toArray();
            Arrays.setAll(labels, row -> words.isMissing(row) ? -1 : byCode[words.codes()[row]]);
        } else {
            Map<Double, Integer> byNumber = new HashMap<>();
            double[] values = ((NumberVector) vector).values();
            for (int row = 0; row < labels.length; row++) {
                int at = row;
                labels[row] = vector.isMissing(row)
                        ? -1
                        : byNumber.computeIfAbsent(
                                values[row] + 0.0, value -> classes.getOrDefault(vector.text(at), -1));
            }
        }
        return labels;
    }

    /** At most so many of these rows, drawn at random with a fixed seed, in their order. */
    public LabelledSample atMost(int most) {
        if (rows.length <= most) {
            return this;
        }
        int[] picks = new Random(most)
                .ints(0, rows.length)
                .distinct()
                .limit(most)
                .sorted()
                .toArray();
        return new LabelledSample(
                view,
                Arrays.stream(picks).map(pick -> rows[pick]).toArray(),
                labels.length == 0
                        ? labels
                        : Arrays.stream(picks).map(pick -> labels[pick]).toArray(),
                gather(target, picks));
    }

    /** The few rows on which everything is looked at first. */
    public LabelledSample screen() {
        return atMost(SCREEN_ROWS);
    }

    public int size() {
        return rows.length;
    }

    /** Number of classes; 0 for regression. */
    public int classes() {
        Outcome outcome = view.outcome().orElseThrow();
        return outcome.isClasses() ? outcome.classes() : 0;
    }

    /** The class of each row as an index into the target's classes; empty for regression. */
    public int[] labels() {
        return labels;
    }

    /** The target as a number: its value (regression), 1 for the positive class and else 0 (binary), the class's index. */
    public double[] target() {
        return target;
    }

    /** Rows by class. */
    public long[] classCounts() {
        long[] counts = new long[classes()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** The numbers of a column, NaN where missing or infinite. */
    public double[] numbers(String column) {
        double[] numbers = gather(view.sample().numbers(column), rows);
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = Double.isFinite(numbers[row]) ? numbers[row] : Double.NaN;
        }
        return numbers;
    }

    /** The area under the ROC curve of a column for one class against the rest, in [0.5, 1]; 0.5 when it has no numbers. */
    public double area(String column, int label) {
        return area(numbers(column), label);
    }

    /** The same of numbers, one a row. */
    public double area(double[] numbers, int label) {
        double area = signedArea(numbers, label);
        return Math.max(area, 1 - area);
    }

    /** The same in [0, 1], above 0.5 when the class has the larger numbers. */
    public double signedArea(double[] numbers, int label) {
        boolean[] positive = new boolean[rows.length];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = labels[row] == label;
        }
        double area = Ranks.auc(numbers, positive);
        return Double.isNaN(area) ? 0.5 : area;
    }

    /** The same of every class, for the price of one ranking. */
    public double[] signedAreas(double[] numbers) {
        double[] ranks = Ranks.of(numbers);
        double[] sums = new double[classes()];
        long[] counts = new long[classes()];
        long there = 0;
        for (int row = 0; row < ranks.length; row++) {
            if (!Double.isNaN(ranks[row])) {
                sums[labels[row]] += ranks[row];
                counts[labels[row]]++;
                there++;
            }
        }
        double[] areas = new double[sums.length];
        for (int label = 0; label < areas.length; label++) {
            long ones = counts[label];
            long others = there - ones;
            areas[label] =
                    ones == 0 || others == 0 ? 0.5 : (sums[label] - ones * (ones + 1) / 2.0) / ((double) ones * others);
        }
        return areas;
    }

    /** The levels of a column, numbers as well as words; empty when there are more than {@code most}. */
    public Optional<Levels> levels(String column, int most) {
        return Levels.of(view.sample().column(column), rows, most);
    }

    /** Which rows have a value of a column whose canonical text fulfils a condition; a missing value does not. */
    public boolean[] where(String column, Predicate<String> condition) {
        Vector vector = view.sample().column(column);
        Map<String, Boolean> known = new HashMap<>();
        boolean[] where = new boolean[rows.length];
        for (int index = 0; index < rows.length; index++) {
            where[index] =
                    !vector.isMissing(rows[index]) && known.computeIfAbsent(vector.text(rows[index]), condition::test);
        }
        return where;
    }

    /** The features that hold numbers, in file order. */
    public List<String> numericFeatures() {
        return features(Column::isNumber);
    }

    /** The features that fulfil a condition, in file order. */
    public List<String> features(Predicate<Column> condition) {
        return view.study().features().stream()
                .filter(column -> view.sample().has(column.name()))
                .filter(condition)
                .map(Column::name)
                .toList();
    }

    private static double[] gather(double[] values, int[] rows) {
        double[] result = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            result[index] = values[rows[index]];
        }
        return result;
    }
}
