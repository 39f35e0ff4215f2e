package io.watertight.checks.support;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.RowHash;
import io.watertight.core.data.Vector;
import io.watertight.core.numeric.OutOfFold;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Out-of-fold strength of columns on the sample alone: to propose what a scan or a model then proves. */
public final class SampleStrength {

    /** Rows that are enough to tell a very strong column. */
    private static final int MOST_ROWS = 20_000;

    private final StudyView view;
    private final Outcome outcome;
    private final int[] rows;
    private final int[] folds;
    private final double[][] counted;
    private final int[] classOf;

    /** @param view of a study with a target */
    public SampleStrength(StudyView view) {
        this.view = view;
        this.outcome = view.outcome().orElseThrow();
        ColumnBatch sample = view.sample();
        Vector target = sample.column(outcome.target().column());
        int step = 1 + sample.rows() / MOST_ROWS;
        this.rows = IntStream.range(0, sample.rows())
                .filter(row -> row % step == 0 && sample.part(row) == Part.TRAIN && !target.isMissing(row))
                .toArray();
        long[] ids = sample.rowIds();
        this.folds = IntStream.of(rows)
                .map(row -> RowHash.fold(ids[row], Contingency.FOLDS))
                .toArray();
        // What a row adds to its cell is the same for every column.
        this.classOf =
                outcome.isClasses() ? classes(target, rows, outcome.target().classes()) : new int[0];
        this.counted = outcome.isClasses() ? new double[0][] : sums(((NumberVector) target).values(), rows, outcome);
    }

    private static int[] classes(Vector target, int[] rows, List<String> classes) {
        Map<String, Integer> known = new HashMap<>();
        classes.forEach(text -> known.putIfAbsent(text, known.size()));
        return IntStream.of(rows)
                .map(row -> known.getOrDefault(target.text(row), -1))
                .toArray();
    }

    /** As {@link ContingencyTable} has them. */
    private static double[][] sums(double[] target, int[] rows, Outcome outcome) {
        double[][] sums = new double[rows.length][];
        for (int index = 0; index < rows.length; index++) {
            double value = target[rows[index]];
            double rank = rank(value, outcome.rankCuts());
            sums[index] = new double[] {1, value, value * value, rank, rank * rank};
        }
        return sums;
    }

    public Strength of(String column) {
        Binning binning = view.binning(column);
        IntUnaryOperator binOf = bins(view.sample().column(column), binning);
        int width = outcome.isClasses() ? outcome.classes() : 5;
        double[][][] cells = new double[binning.bins()][Contingency.FOLDS][width];
        for (int index = 0; index < rows.length; index++) {
            double[] cell = cells[binOf.applyAsInt(rows[index])][folds[index]];
            if (!outcome.isClasses()) {
                for (int sum = 0; sum < cell.length; sum++) {
                    cell[sum] += counted[index][sum];
                }
            } else if (classOf[index] >= 0) {
                cell[classOf[index]]++;
            }
        }
        ContingencyTable table = new ContingencyTable(column, binning, cells);
        return outcome.isClasses() ? OutOfFold.ofClasses(table) : OutOfFold.ofNumbers(table);
    }

    private static double rank(double value, double[] cuts) {
        int index = Arrays.binarySearch(cuts, value);
        return (double) (index >= 0 ? index : -index - 1) / Math.max(1, cuts.length);
    }

    private static IntUnaryOperator bins(Vector vector, Binning binning) {
        int missing = binning.bins() - 1;
        if (vector instanceof NumberVector numbers && binning instanceof Binning.Cuts cuts) {
            double[] values = numbers.values();
            return row -> Double.isNaN(values[row]) ? missing : cuts.binOf(values[row]);
        }
        CodeVector codes = (CodeVector) vector;
        Map<String, Integer> known = new HashMap<>();
        ((Binning.Levels) binning).texts().forEach(text -> known.put(text, known.size()));
        int[] binOf = codes.dictionary().stream()
                .mapToInt(text -> known.getOrDefault(text, missing - 1))
                .toArray();
        return row -> codes.codes()[row] < 0 ? missing : binOf[codes.codes()[row]];
    }
}
