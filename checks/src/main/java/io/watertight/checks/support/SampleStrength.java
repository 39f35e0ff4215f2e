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
    }

    public Strength of(String column) {
        Binning binning = view.binning(column);
        IntUnaryOperator binOf = bins(view.sample().column(column), binning);
        int width = outcome.isClasses() ? outcome.classes() : 5;
        double[][][] cells = new double[binning.bins()][Contingency.FOLDS][width];
        long[] ids = view.sample().rowIds();
        Tally tally = tally(view.sample().column(outcome.target().column()));
        for (int row : rows) {
            tally.add(cells[binOf.applyAsInt(row)][RowHash.fold(ids[row], Contingency.FOLDS)], row);
        }
        ContingencyTable table = new ContingencyTable(column, binning, cells);
        return outcome.isClasses() ? OutOfFold.ofClasses(table) : OutOfFold.ofNumbers(table);
    }

    /** Counts a row into a cell, as {@link ContingencyTable} has it. */
    private interface Tally {
        void add(double[] cell, int row);
    }

    private Tally tally(Vector target) {
        if (!outcome.isClasses()) {
            double[] values = ((NumberVector) target).values();
            return (cell, row) -> {
                double rank = rank(values[row], outcome.rankCuts());
                cell[0]++;
                cell[1] += values[row];
                cell[2] += values[row] * values[row];
                cell[3] += rank;
                cell[4] += rank * rank;
            };
        }
        List<String> classes = outcome.target().classes();
        if (target instanceof CodeVector codes) {
            int[] classOf =
                    codes.dictionary().stream().mapToInt(classes::indexOf).toArray();
            return (cell, row) -> count(cell, classOf[codes.codes()[row]]);
        }
        return (cell, row) -> count(cell, classes.indexOf(target.text(row)));
    }

    private static void count(double[] cell, int label) {
        if (label >= 0) {
            cell[label]++;
        }
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
