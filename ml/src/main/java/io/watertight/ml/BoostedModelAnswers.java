package io.watertight.ml;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.engine.ModelAnswers;
import io.watertight.core.statistic.DomainClassifier;
import io.watertight.core.statistic.ModelStatistic;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.ReferenceModel;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers with boosted trees (XGBoost; Chen and Guestrin, KDD 2016), three folds, on some tens of thousands of rows at most.
 *
 * <p>Folds are dealt by a hash of the row's id: rows of one entity or of neighbouring days may fall on two sides, so a score
 * speaks for a random split. The score of a numeric target is the larger of the R2 of a model of the target and of a model of
 * its ranks. Text that differs in more than half of its rows is left out, as {@link EncodedColumns} says. A question that cannot
 * be answered (too few rows, one class, no usable column, no native library) is left out with the reason. The
 * answer depends on the seed, not on the number of threads. Stateless; thread-safe.
 */
public final class BoostedModelAnswers implements ModelAnswers {

    private final NativeLibrary library;

    /** For {@link java.util.ServiceLoader}. */
    public BoostedModelAnswers() {
        this(new NativeLibrary());
    }

    BoostedModelAnswers(NativeLibrary library) {
        this.library = library;
    }

    @Override
    public Statistics answer(
            ColumnBatch sample, Optional<Outcome> outcome, Set<ModelStatistic<?>> questions, long seed, int threads) {
        Statistics.Builder answers = Statistics.builder();
        try {
            library.require();
        } catch (WatertightException missing) {
            String reason = missing.getMessage() + " Maybe " + missing.remedy() + ".";
            questions.forEach(question -> answers.leaveOut(question, reason));
            return answers.build();
        }
        try (Bench bench = new Bench(sample, seed, threads, answers)) {
            bench.answer(
                    only(questions, ReferenceModel.class), isDear(outcome), problems -> problems.reference(outcome));
            bench.answer(only(questions, DomainClassifier.class), false, problems -> List.of(problems.domains()));
        }
        return answers.build();
    }

    private static <Q> List<Q> only(Set<ModelStatistic<?>> questions, Class<Q> kind) {
        return questions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Several classes need a tree each, and a number is learnt twice. */
    private static boolean isDear(Optional<Outcome> outcome) {
        return outcome.filter(known -> known.isClasses() && known.classes() == 2)
                .isEmpty();
    }
}
