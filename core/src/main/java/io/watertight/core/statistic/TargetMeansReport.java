package io.watertight.core.statistic;

/**
 * The answer to {@link TargetMeans}. A row agrees when its value is within 1e-6 of the mean in question.
 *
 * @param rows rows with key, value and target, all parts
 * @param groups distinct keys
 * @param repeatedRows rows in groups of two or more
 * @param agreeAll rows whose value is the group's mean over all parts
 * @param agreeTrain rows whose value is the group's mean over training rows
 * @param agreeOthers rows whose value is the mean over the group's other rows (leave one out)
 * @param splitGroups groups whose mean over all parts differs from that over training rows: only these can tell the two apart
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
