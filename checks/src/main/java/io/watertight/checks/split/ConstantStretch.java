package io.watertight.checks.split;

import io.watertight.checks.support.CalendarNames;
import io.watertight.checks.support.RowHashes;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.Operand;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A stretch at the start or end of the rows in which a column never changes though it does elsewhere.
 *
 * @param column the column
 * @param atStart whether the stretch is at the start
 * @param boundary id of the first row outside (at the start) or inside (at the end)
 * @param missing whether the column is empty there
 * @param text its one value there, if it is not
 * @param shareElsewhere share of that value in the other rows of the sample
 */
record ConstantStretch(
        String column, boolean atStart, long boundary, boolean missing, String text, double shareElsewhere) {

    static final double LEAST_SHARE = 0.1;

    private static final int LEAST_ROWS = 100;

    /** A value that is this common elsewhere may well last. */
    private static final double MOST_ELSEWHERE = 0.5;

    /** A column that changes less often from row to row is itself sorted or slow, and stands still everywhere. */
    private static final double LIVELY = 0.2;

    /** A column of at most this many runs cuts the file into blocks. */
    private static final int BLOCKS = 20;

    /** How close a stretch must end to a block's end to be explained by it, as a share of the rows. */
    private static final double SAME_PLACE = 0.005;

    /** Rows in the stretch. */
    Condition inside() {
        Relation side = atStart ? Relation.LESS : Relation.AT_LEAST;
        return Condition.compare(new Operand.RowPosition(), side, Operand.number((double) boundary));
    }

    /** Rows in the stretch that contradict it. */
    Condition contradicted() {
        Condition filled = new Condition.IsMissing(column).negate();
        return inside().and(
                        missing
                                ? filled
                                : new Condition.IsMissing(column)
                                        .or(new Condition.IsOneOf(column, List.of(text)).negate()));
    }

    /** Stretches at one end that end at about the same row are one story. */
    String place() {
        return atStart + " " + missing + " " + boundary;
    }

    static List<ConstantStretch> find(StudyView view) {
        ColumnBatch sample = view.sample();
        List<ConstantStretch> found = new ArrayList<>();
        List<Integer> blockEnds = blockEnds(view);
        for (Column column : view.study().features()) {
            if (sample.has(column.name()) && !CalendarNames.dates(column)) {
                long[] hashes = RowHashes.ofColumn(sample, column.name());
                for (boolean atStart : new boolean[] {true, false}) {
                    of(sample, column.name(), hashes, atStart, blockEnds).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<ConstantStretch> of(
            ColumnBatch sample, String column, long[] hashes, boolean atStart, List<Integer> blockEnds) {
        int rows = hashes.length;
        int edge = atStart ? 0 : rows - 1;
        int length = 0;
        while (length < rows && hashes[atStart ? length : rows - 1 - length] == hashes[edge]) {
            length++;
        }
        if (length < Math.max(LEAST_ROWS, LEAST_SHARE * rows) || rows - length < LEAST_ROWS) {
            return Optional.empty();
        }
        int from = atStart ? length : 0;
        int to = atStart ? rows : rows - length;
        double same = 0;
        double changes = 0;
        for (int row = from; row < to; row++) {
            same += hashes[row] == hashes[edge] ? 1 : 0;
            changes += row > from && hashes[row] != hashes[row - 1] ? 1 : 0;
        }
        double others = rows - length;
        int end = atStart ? length : rows - length;
        boolean explained = blockEnds.stream().anyMatch(block -> Math.abs(block - end) <= SAME_PLACE * rows);
        if (same / others > MOST_ELSEWHERE || changes / others < LIVELY || explained) {
            return Optional.empty();
        }
        Vector vector = sample.column(column);
        long boundary = atStart ? sample.rowIds()[length - 1] + 1 : sample.rowIds()[rows - length];
        boolean missing = vector.isMissing(edge);
        return Optional.of(new ConstantStretch(
                column, atStart, boundary, missing, missing ? "" : vector.text(edge), same / others));
    }

    /** Where the blocks of sorted columns end, the target among them: what changes there is explained by the sorting. */
    private static List<Integer> blockEnds(StudyView view) {
        return view.study().columns().stream()
                .filter(column -> view.sample().has(column.name()))
                .map(column -> RowHashes.ofColumn(view.sample(), column.name()))
                .map(hashes -> IntStream.range(1, hashes.length)
                        .filter(row -> hashes[row] != hashes[row - 1])
                        .limit(BLOCKS)
                        .boxed()
                        .toList())
                .filter(ends -> ends.size() < BLOCKS)
                .flatMap(List::stream)
                .toList();
    }
}
