package io.watertight.core.statistic;

import java.util.List;

/**
 * The answer to {@link TimeSpan}; times in seconds since 1970 UTC (numbers as they are), NaN for a part without values.
 *
 * @param trainMinimum earliest training row
 * @param trainMaximum latest training row
 * @param testMinimum earliest test row
 * @param testMaximum latest test row
 * @param testRows test rows with a time
 * @param testBeforeTrainEnd of these, strictly before the latest training row
 * @param testAtTrainTimes test rows whose exact time also occurs in training
 * @param trainRows training rows with a time
 * @param trainAfterTestStart of these, strictly after the earliest test row
 * @param examples up to ten test rows strictly before the latest training row
 */
public record TimeSpanReport(
        double trainMinimum,
        double trainMaximum,
        double testMinimum,
        double testMaximum,
        long testRows,
        long testBeforeTrainEnd,
        long testAtTrainTimes,
        long trainRows,
        long trainAfterTestStart,
        List<Long> examples) {

    public TimeSpanReport {
        examples = List.copyOf(examples);
    }
}
