package io.watertight.core.statistic;

import java.util.List;

/**
 * The answer to {@link NearRepetition}. Pairs that agree in everything are copies, not near, and are not counted. If one block in so many was
 * looked at, all but {@code rows} are counts of those blocks.
 *
 * @param rows rows of the table
 * @param pairs near pairs that were met
 * @param differing of rows: pairs that differ in one column, in two, and so on up to the most that is near; of texts: nothing
 * @param nearRows rows in one of them
 * @param nearTestRows test rows in a pair with a training row
 * @param nearTrainRows training rows in a pair with a test row
 * @param candidates pairs that were compared
 * @param crowdedRows rows met in blocks of more rows than are compared with each other; the largest number over all blockings. 0 means
 *     that all candidates were compared
 * @param examples up to ten near pairs of row ids, pairs across the split first, then by id
 */
public record NearRepetitionReport(
        long rows,
        long pairs,
        List<Long> differing,
        long nearRows,
        long nearTestRows,
        long nearTrainRows,
        long candidates,
        long crowdedRows,
        List<List<Long>> examples) {

    public NearRepetitionReport {
        differing = List.copyOf(differing);
        examples = List.copyOf(examples);
    }

    /** Share of the rows that were compared with all rows they could be near to. */
    public double coverage() {
        return rows == 0 ? 1 : 1 - (double) crowdedRows / rows;
    }
}
