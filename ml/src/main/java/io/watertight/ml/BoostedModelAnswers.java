package io.watertight.ml;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.engine.ModelAnswers;
import io.watertight.core.statistic.DomainClassifier;
import io.watertight.core.statistic.ModelScore;
import io.watertight.core.statistic.ModelStatistic;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.ReferenceModel;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers with boosted trees (XGBoost; Chen and Guestrin, KDD 2016), three folds, on some tens of thousands of rows at most.
 *
 * <p>Folds are dealt by a hash of the row's id: rows of one entity or of neighbouring days may fall on two sides, so a score
 * speaks for a random split. The score of a numeric target is the larger of the R2 of a model of the target and of a model of
 * its ranks. Text that differs in more than half of its rows is left out, as {@link EncodedColumns} says. A question that cannot
 * be answered (too few rows, one class, no usable column, no native library) is left out with the reason. Stateless;
 * thread-safe.
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
            questions.forEach(question -> answers.leaveOut(question, reason(missing)));
            return answers.build();
        }
        Bench bench = new Bench(sample, seed, threads, answers);
        bench.answer(only(questions, ReferenceModel.class), problems -> problems.reference(outcome));
        bench.answer(only(questions, DomainClassifier.class), problems -> List.of(problems.domains()));
        return answers.build();
    }

    private static <Q> List<Q> only(Set<ModelStatistic<?>> questions, Class<Q> kind) {
        return questions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static String reason(WatertightException failure) {
        return failure.getMessage() + " Maybe " + failure.remedy() + ".";
    }

    /** Where the questions of one audit are answered. */
    private record Bench(ColumnBatch sample, long seed, int threads, Statistics.Builder answers) {

        /** Questions of one kind: they share rows, labels and encoded columns. */
        <Q extends ModelStatistic<ModelScore>> void answer(
                List<Q> questions, Function<Problems, List<Problem>> pose) {
            if (questions.isEmpty()) {
                return;
            }
            int widest = questions.stream().mapToInt(question -> question.features().size()).max().orElse(0);
            List<Problem> posed;
            try {
                posed = pose.apply(new Problems(sample, new RowDraw(seed), Effort.rows(widest)));
            } catch (Unanswerable hopeless) {
                questions.forEach(question -> answers.leaveOut(question, hopeless.reason()));
                return;
            }
            EncodedColumns columns = new EncodedColumns(sample, posed.get(0).rows());
            for (Q question : questions) {
                try {
                    answers.put(question, new Examination(sample, columns, seed, threads).best(posed, question.features()));
                } catch (Unanswerable hopeless) {
                    answers.leaveOut(question, hopeless.reason());
                } catch (WatertightException failure) {
                    answers.leaveOut(question, reason(failure));
                }
            }
        }
    }
}
