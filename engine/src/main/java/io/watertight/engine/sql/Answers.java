package io.watertight.engine.sql;

import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers questions, cheap and decisive ones first. */
public final class Answers {

    private final Queries queries;
    private final Source source;

    public Answers(Queries queries, Source source) {
        this.queries = queries;
        this.source = source;
    }

    /** Like {@link io.watertight.core.engine.Table#compute}. */
    public Statistics compute(Optional<Outcome> outcome, Set<Statistic<?>> questions, Optional<Duration> budget) {
        Inquiry inquiry = new Inquiry(queries, source, outcome);
        Statistics.Builder answers = Statistics.builder();
        for (Scope scope : Scope.values()) {
            List<CountWhere> counts = of(CountWhere.class, questions).stream()
                    .filter(question -> question.scope() == scope)
                    .toList();
            for (List<CountWhere> batch : batches(counts, Tallies.BATCH)) {
                Tallies.answer(inquiry, scope, batch, answers);
            }
        }
        if (outcome.isPresent()) {
            new ContingencyTables(inquiry, outcome.get()).answer(of(Contingency.class, questions), answers);
            for (Sequence question : of(Sequence.class, questions)) {
                answers.put(question, new Sequences(inquiry, outcome.get()).answer(question));
            }
        }
        for (Repetition question : of(Repetition.class, questions)) {
            answers.put(question, new Repetitions(inquiry).answer(question));
        }
        return answers.build();
    }

    private static <T> List<T> of(Class<T> kind, Set<Statistic<?>> questions) {
        return questions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static <T> List<List<T>> batches(List<T> all, int size) {
        List<List<T>> result = new ArrayList<>();
        for (int start = 0; start < all.size(); start += size) {
            result.add(all.subList(start, Math.min(all.size(), start + size)));
        }
        return result;
    }
}
