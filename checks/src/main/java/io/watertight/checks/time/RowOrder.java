package io.watertight.checks.time;

import io.watertight.checks.support.CalendarNames;
import io.watertight.checks.support.Responses;
import io.watertight.checks.support.RowHashes;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.PartProfile;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Key;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Optional;

/** What the columns say about the order of the rows. */
final class RowOrder {

    /** A value followed by itself this often lies in runs. */
    private static final double IN_RUNS = 0.3;

    /** Below this a row no longer tells the next one's target. */
    private static final double INDEPENDENT = 0.15;

    private RowOrder() {}

    /** The declared or guessed time that orders the rows, if it is one column. */
    static Optional<String> time(StudyView view) {
        return view.study().times().stream()
                .map(Key::columns)
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .filter(column -> view.study().column(column).type() != ColumnType.TEXT)
                .findFirst();
    }

    /** Whether a user declared the time. */
    static boolean isDeclared(StudyView view) {
        return view.study().times().stream().anyMatch(key -> !view.study().guessed(key));
    }

    /** Columns by whose type or name a reader would order the rows in time. */
    static List<String> calendar(StudyView view) {
        return view.study().columns().stream()
                .filter(column -> column.role() != Role.TARGET && column.role() != Role.IGNORED)
                .filter(CalendarNames::dates)
                .map(Column::name)
                .toList();
    }

    /**
     * A column whose runs explain that neighbours share their target: rows of one entity that lie together. Where its value
     * changes from one row to the next, the target no longer follows. Needs all rows, for a sample has no neighbours.
     */
    static Optional<String> explainingRuns(StudyView view) {
        ColumnBatch sample = view.sample();
        List<double[]> responses = Responses.of(view).columns();
        if (!sample.isComplete() || responses.isEmpty()) {
            return Optional.empty();
        }
        return view.study().describing().stream()
                .filter(column -> column.integral() || column.type() == ColumnType.TEXT)
                .filter(column -> sample.has(column.name()) && liesInRuns(view, column.name()))
                .filter(column -> dependenceAtChanges(sample, column.name(), responses) < INDEPENDENT)
                .map(Column::name)
                .findFirst();
    }

    private static boolean liesInRuns(StudyView view, String column) {
        PartProfile profile = view.profile().column(column).all();
        long[] hashes = RowHashes.ofColumn(view.sample(), column);
        double rows = hashes.length;
        double same = 0;
        for (int row = 1; row < hashes.length; row++) {
            same += hashes[row] == hashes[row - 1] ? 1 : 0;
        }
        double chance = RowHashes.pairs(hashes) / Math.max(1, rows * (rows - 1) / 2);
        return profile.distinct() >= 20 && same / rows >= IN_RUNS && chance < 0.2;
    }

    private static double dependenceAtChanges(ColumnBatch sample, String column, List<double[]> responses) {
        long[] hashes = RowHashes.ofColumn(sample, column);
        double strongest = 0;
        for (double[] response : responses) {
            double[] before = new double[response.length];
            double[] after = new double[response.length];
            for (int row = 0; row < response.length; row++) {
                boolean change = row > 0 && hashes[row] != hashes[row - 1];
                before[row] = change ? response[row - 1] : Double.NaN;
                after[row] = change ? response[row] : Double.NaN;
            }
            double correlation = Ranks.pearson(before, after);
            strongest = Math.max(strongest, Double.isNaN(correlation) ? 0 : correlation);
        }
        return strongest;
    }
}
