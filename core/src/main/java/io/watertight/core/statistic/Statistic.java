package io.watertight.core.statistic;

/**
 * A question about data. The list is closed: a new one is a change of this interface, of every engine and of the conformance
 * suite. Records, so that equal questions are asked once.
 *
 * @param <R> the type of the answer
 */
public sealed interface Statistic<R>
        permits CountWhere,
                Contingency,
                Repetition,
                NearRepetition,
                Dependency,
                TimeSpan,
                NewLevels,
                MomentsWhere,
                Sequence,
                TargetMeans,
                ModelStatistic {}
