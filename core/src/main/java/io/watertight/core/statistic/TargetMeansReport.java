package io.watertight.core.statistic;

/**
 * The answer to {@link TargetMeans}. Only rows with key, value and target are looked at, in the means too. A row agrees when its
 * value is within {@link TargetMeans#TOLERANCE} of the mean in question.
 *
 * @param rows rows with key, value and target, all parts
 * @param groups distinct keys
 * @param repeatedRows rows in groups of two or more
 * @param agreeAll rows whose value is the group's mean over all parts
 * @param agreeTrain rows whose value is the group's mean over training rows
 * @param agreeOthers rows whose value is the mean over the group's other rows (leave one out)
 * @param splitGroups groups with a training row whose mean over all parts differs from that over training rows by more than the
 *     tolerance: only these can tell the two apart
 * @param splitRows rows in these
 * @param splitAgreeAll of these, rows whose value is the mean over all parts
 * @param splitAgreeTrain of these, rows whose value is the mean over training rows
 */
public record TargetMeansReport(
        long rows,
        long groups,
        long repeatedRows,
        long agreeAll,
        long agreeTrain,
        long agreeOthers,
        long splitGroups,
        long splitRows,
        long splitAgreeAll,
        long splitAgreeTrain) {}
