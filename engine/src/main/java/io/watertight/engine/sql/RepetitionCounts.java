package io.watertight.engine.sql;

import io.watertight.core.statistic.RepetitionReport;
import io.watertight.engine.sql.Queries.Row;
import java.util.List;

/** What {@link RepetitionQuery} counts; names as in {@link RepetitionReport}. */
record RepetitionCounts(
        long rows,
        long groups,
        long repeatedGroups,
        long repeatedRows,
        long largest,
        long trainGroups,
        long testGroups,
        long sharedGroups,
        long sharedTestRows,
        long sharedTrainRows,
        double pairs,
        double agreeingPairs,
        double withinSquares,
        long labelledRepeatedRows,
        long labelledRepeatedGroups,
        long conflictingGroups,
        long conflictingRows,
        List<Long> sharedHeads,
        List<Long> otherHeads) {

    static final RepetitionCounts NONE =
            new RepetitionCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    static RepetitionCounts of(Row row) {
        return new RepetitionCounts(
                row.whole(0),
                row.whole(1),
                row.whole(2),
                row.whole(3),
                row.whole(4),
                row.whole(5),
                row.whole(6),
                row.whole(7),
                row.whole(8),
                row.whole(9),
                row.isMissing(10) ? 0 : row.number(10),
                0,
                row.isMissing(11) ? 0 : row.number(11),
                row.whole(12),
                row.whole(13),
                row.whole(14),
                row.whole(15),
                row.wholes(16),
                row.wholes(17));
    }

    RepetitionCounts withAgreeing(double agreeing) {
        return new RepetitionCounts(
                rows,
                groups,
                repeatedGroups,
                repeatedRows,
                largest,
                trainGroups,
                testGroups,
                sharedGroups,
                sharedTestRows,
                sharedTrainRows,
                pairs,
                agreeing,
                withinSquares,
                labelledRepeatedRows,
                labelledRepeatedGroups,
                conflictingGroups,
                conflictingRows,
                sharedHeads,
                otherHeads);
    }

    /** @param alone rows that are groups by themselves and were not counted: all, of the training part, of the test part */
    RepetitionReport report(long[] alone, List<List<Long>> examples) {
        return new RepetitionReport(
                rows + alone[0],
                groups + alone[0],
                repeatedGroups,
                repeatedRows,
                Math.max(largest, Math.min(1, alone[0])),
                trainGroups + alone[1],
                testGroups + alone[2],
                sharedGroups,
                sharedTestRows,
                sharedTrainRows,
                pairs,
                agreeingPairs,
                withinSquares,
                labelledRepeatedRows,
                labelledRepeatedGroups,
                conflictingGroups,
                conflictingRows,
                examples);
    }
}
