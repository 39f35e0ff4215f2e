package io.watertight.core.engine;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.ModelStatistic;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistics;
import java.util.Optional;
import java.util.Set;

/** Answers the questions that need a model, in memory, on the sample. Found with {@link java.util.ServiceLoader}. */
public interface ModelAnswers {

    /**
     * @param sample the rows; only training rows are used for {@link io.watertight.core.statistic.ReferenceModel}
     * @param outcome the target, if any
     * @param questions what to answer
     * @param seed of folds and learners
     * @param threads at most this many
     */
    Statistics answer(
            ColumnBatch sample, Optional<Outcome> outcome, Set<ModelStatistic<?>> questions, long seed, int threads);
}
