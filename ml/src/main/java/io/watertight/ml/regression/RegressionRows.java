package io.watertight.ml.regression;

import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.report.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows of a batch as least squares takes them: complete, numbers only.
 *
 * @param design target and columns
 * @param rowIds ids of its rows
 * @param count what was read and what was dropped
 * @param factors columns of words that were coded
 * @param leftOut columns that were not taken
 */
record RegressionRows(Design design, long[] rowIds, RowCount count, List<Factor> factors, List<LeftOut> leftOut) {

    /** Words with more levels than this are left out unless somebody asks for them. */
    private static final int MOST_LEVELS = 50;

    static RegressionRows of(ColumnBatch batch, String target, List<String> features, boolean chosen) {
        if (!(batch.column(target) instanceof NumberVector)) {
            throw new WatertightException(
                    "The target '" + target + "' holds words, and least squares explains a number.",
                    "another column is meant with --target, or the words stand for numbers that can be written into the file");
        }
        List<LeftOut> leftOut = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String feature : features) {
            String reason = reason(batch.column(feature), chosen);
            if (reason.isEmpty()) {
                taken.add(feature);
            } else {
                leftOut.add(new LeftOut(feature, reason));
            }
        }
        Map<String, Integer> missing = new LinkedHashMap<>();
        boolean[] complete = new boolean[batch.rows()];
        Arrays.fill(complete, true);
        List<String> all = new ArrayList<>(taken);
        all.add(target);
        for (String column : all) {
            int lacking = strike(batch.column(column), complete);
            if (lacking > 0) {
                missing.put(column, lacking);
            }
        }
        int[] rows =
                IntStream.range(0, batch.rows()).filter(row -> complete[row]).toArray();
        Design design = Design.of(numbers((NumberVector) batch.column(target), rows));
        List<Factor> factors = new ArrayList<>();
        for (String column : taken) {
            Vector vector = batch.column(column);
            if (isConstant(vector, rows)) {
                leftOut.add(new LeftOut(column, "has one value only in the complete rows"));
            } else if (vector instanceof NumberVector numbers) {
                design = design.with(Term.of(column), numbers(numbers, rows));
            } else if (vector instanceof CodeVector words) {
                Factor factor = new Factor(column, levels(words, rows));
                factors.add(factor);
                design = coded(design, factor, words, rows);
            }
        }
        long[] rowIds = IntStream.of(rows).mapToLong(row -> batch.rowIds()[row]).toArray();
        RowCount count = new RowCount(batch.totalRows(), batch.rows(), rows.length, missing);
        return new RegressionRows(design, rowIds, count, factors, leftOut);
    }

    /** Why a column is not taken, empty if it is. */
    private static String reason(Vector vector, boolean chosen) {
        int present = vector.size() - vector.missing();
        if (present == 0) {
            return "holds no value";
        }
        if (vector instanceof CodeVector words && !chosen) {
            int levels =
                    levels(words, IntStream.range(0, words.size()).toArray()).size();
            if (levels > 2 && levels > present / 2) {
                return "names rows: " + Numbers.count(levels) + " different words in " + Numbers.of(present, "row");
            }
            if (levels > MOST_LEVELS) {
                return "has " + Numbers.count(levels) + " levels, more than " + MOST_LEVELS
                        + "; name it with --features to have it coded";
            }
        }
        return "";
    }

    /** Marks rows without a finite value as incomplete and counts them. */
    private static int strike(Vector vector, boolean[] complete) {
        int lacking = 0;
        for (int row = 0; row < complete.length; row++) {
            boolean usable = vector instanceof NumberVector numbers
                    ? Double.isFinite(numbers.values()[row])
                    : !vector.isMissing(row);
            if (!usable) {
                complete[row] = false;
                lacking++;
            }
        }
        return lacking;
    }

    private static boolean isConstant(Vector vector, int[] rows) {
        return vector instanceof NumberVector numbers
                ? IntStream.of(rows)
                                .mapToDouble(row -> numbers.values()[row])
                                .distinct()
                                .limit(2)
                                .count()
                        < 2
                : levels((CodeVector) vector, rows).size() < 2;
    }

    private static double[] numbers(NumberVector vector, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> vector.values()[row]).toArray();
    }

    /** The words that occur, in alphabetical order. */
    private static List<String> levels(CodeVector vector, int[] rows) {
        return IntStream.of(rows)
                .map(row -> vector.codes()[row])
                .filter(code -> code >= 0)
                .distinct()
                .mapToObj(vector.dictionary()::get)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Design coded(Design design, Factor factor, CodeVector words, int[] rows) {
        if (factor.levels().size() > Regression.MOST_TERMS) {
            throw new WatertightException(
                    "Column '" + factor.column() + "' has "
                            + Numbers.count(factor.levels().size())
                            + " levels, which makes as many coefficients; the sheet has room for "
                            + Regression.MOST_TERMS + ".",
                    "leave it out of --features");
        }
        Design result = design;
        for (int level = 1; level < factor.levels().size(); level++) {
            String word = factor.levels().get(level);
            int code = words.dictionary().indexOf(word);
            double[] marks = IntStream.of(rows)
                    .mapToDouble(row -> words.codes()[row] == code ? 1 : 0)
                    .toArray();
            result = result.with(Term.of(factor.column(), word, level + 1), marks);
        }
        return result;
    }
}
