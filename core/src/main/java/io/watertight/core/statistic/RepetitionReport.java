package io.watertight.core.statistic;

import java.util.List;

/**
 * The answer to {@link Repetition}. A group is a set of rows that agree in the key; rows whose key is missing in every column
 * belong to none. Training alone counts where the target is involved.
 *
 * @param rows rows with a key
 * @param groups distinct keys
 * @param repeatedGroups groups of two or more rows
 * @param repeatedRows rows in these
 * @param largest rows of the largest group
 * @param trainGroups groups with a training row
 * @param testGroups groups with a test row
 * @param sharedGroups groups with both
 * @param sharedTestRows test rows in shared groups
 * @param sharedTrainRows training rows in shared groups
 * @param pairs pairs of labelled training rows within a group
 * @param agreeingPairs of these, with the same class; for regression 0
 * @param withinSquares regression: sum of squared deviations of the target from its group's mean, over repeated groups
 * @param labelledRepeatedRows labelled training rows in groups of two or more labelled training rows
 * @param labelledRepeatedGroups these groups
 * @param conflictingGroups groups with two or more distinct targets (all parts)
 * @param conflictingRows rows in these
 * @param examples up to ten groups, each up to five row ids; shared groups first
 */
public record RepetitionReport(
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
        List<List<Long>> examples) {

    public RepetitionReport {
        examples = List.copyOf(examples);
    }

    /** Rows beyond the first of each group. */
    public long surplusRows() {
        return rows - groups;
    }
}
