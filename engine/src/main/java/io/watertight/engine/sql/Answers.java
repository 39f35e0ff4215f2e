package io.watertight.engine.sql;

import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Progress;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Dependency;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.TargetMeans;
import io.watertight.core.statistic.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers questions, cheap and decisive ones first. Used by one thread at a time. */
public final class Answers {

    private static final String NO_TARGET = "needs a target";

    private final Queries queries;
    private final Source source;
    private final Optional<TableProfile> profile;
    private final Progress progress;

    /** @param profile of the first scan, if there was one; answers come faster with it */
    public Answers(Queries queries, Source source, Optional<TableProfile> profile, Progress progress) {
        this.queries = queries;
        this.source = source;
        this.profile = profile;
        this.progress = progress;
    }

    /** One or a few queries for some questions. */
    private record Task(String stage, List<? extends Statistic<?>> questions, Runnable work) {}

    /** Like {@link io.watertight.core.engine.Table#compute}. */
    public Statistics compute(Optional<Outcome> outcome, Set<Statistic<?>> questions, Optional<Duration> budget) {
        Inquiry inquiry = new Inquiry(queries, source, outcome, profile);
        Statistics.Builder answers = Statistics.builder();
        long start = System.nanoTime();
        try (Candidates candidates = new Candidates(inquiry, of(Repetition.class, questions))) {
            List<Task> tasks = new ArrayList<>();
            scans(tasks, inquiry, questions, answers);
            aboutTarget(tasks, inquiry, questions, answers);
            groups(tasks, inquiry, candidates, questions, answers);
            String stage = "";
            int done = 0;
            for (Task task : tasks) {
                if (budget.isPresent()
                        && System.nanoTime() - start > budget.get().toNanos()) {
                    String reason = "deferred by --budget " + budget.get().toSeconds() + "s";
                    task.questions().forEach(question -> answers.leaveOut(question, reason));
                    continue;
                }
                if (!task.stage().equals(stage)) {
                    stage = task.stage();
                    progress.stage(stage, inquiry.rows().orElse(0));
                    done = 0;
                }
                task.work().run();
                String current = stage;
                progress.at(++done
                        / (double) tasks.stream()
                                .filter(other -> other.stage().equals(current))
                                .count());
            }
        }
        return answers.build();
    }

    private static void scans(
            List<Task> tasks, Inquiry inquiry, Set<Statistic<?>> questions, Statistics.Builder answers) {
        for (Scope scope : Scope.values()) {
            List<CountWhere> counts = of(CountWhere.class, questions).stream()
                    .filter(question -> question.scope() == scope)
                    .toList();
            for (List<CountWhere> batch : batches(counts, Tallies.BATCH)) {
                tasks.add(new Task(
                        "Counting conditions", batch, () -> new Tallies(inquiry, scope, batch).answer(answers)));
            }
        }
        for (Scope scope : Scope.values()) {
            List<MomentsWhere> moments = of(MomentsWhere.class, questions).stream()
                    .filter(question -> question.scope() == scope)
                    .toList();
            MomentTables tables = new MomentTables(inquiry, scope, moments.size());
            for (List<MomentsWhere> batch : batches(moments, tables.batch())) {
                tasks.add(new Task("Averaging values", batch, () -> tables.answer(batch, answers)));
            }
        }
        for (List<TimeSpan> batch : batches(of(TimeSpan.class, questions), TimeSpans.BATCH)) {
            tasks.add(new Task("Comparing times", batch, () -> new TimeSpans(inquiry, batch).answer(answers)));
        }
    }

    private static void aboutTarget(
            List<Task> tasks, Inquiry inquiry, Set<Statistic<?>> questions, Statistics.Builder answers) {
        List<Statistic<?>> about = new ArrayList<>(of(Contingency.class, questions));
        about.addAll(of(Sequence.class, questions));
        about.addAll(of(TargetMeans.class, questions));
        if (inquiry.outcome().isEmpty()) {
            about.forEach(question -> answers.leaveOut(question, NO_TARGET));
            return;
        }
        Outcome outcome = inquiry.outcome().get();
        ContingencyTables tables = new ContingencyTables(inquiry, outcome);
        for (List<Contingency> batch : tables.batches(of(Contingency.class, questions))) {
            tasks.add(new Task("Counting columns against the target", batch, () -> tables.answer(batch, answers)));
        }
        Sequences sequences = new Sequences(inquiry, outcome);
        for (Sequence question : of(Sequence.class, questions)) {
            tasks.add(new Task(
                    "Following the target",
                    List.of(question),
                    () -> answers.put(question, sequences.answer(question))));
        }
        for (TargetMeans question : of(TargetMeans.class, questions)) {
            if (EncodedMeans.fits(outcome)) {
                EncodedMeans means = new EncodedMeans(inquiry, outcome);
                tasks.add(new Task(
                        "Comparing with means of the target",
                        List.of(question),
                        () -> answers.put(question, means.answer(question))));
            } else {
                answers.leaveOut(question, "needs a target of two classes or a number");
            }
        }
    }

    private static void groups(
            List<Task> tasks,
            Inquiry inquiry,
            Candidates candidates,
            Set<Statistic<?>> questions,
            Statistics.Builder answers) {
        for (List<NewLevels> batch : batches(of(NewLevels.class, questions), Novelties.BATCH)) {
            tasks.add(new Task("Looking for new values", batch, () -> Novelties.answer(inquiry, batch, answers)));
        }
        for (List<Dependency> batch : batches(of(Dependency.class, questions), Dependencies.BATCH)) {
            tasks.add(new Task("Comparing columns", batch, () -> Dependencies.answer(inquiry, batch, answers)));
        }
        Repetitions repetitions = new Repetitions(inquiry, candidates);
        of(Repetition.class, questions).stream()
                .sorted(Comparator.comparingInt(question -> question.columns().size()))
                .forEach(question -> tasks.add(new Task(
                        "Looking for rows that repeat",
                        List.of(question),
                        () -> answers.put(question, repetitions.answer(question)))));
        for (NearRepetition question : of(NearRepetition.class, questions)) {
            tasks.add(new Task(
                    "Looking for rows that are nearly equal",
                    List.of(question),
                    () -> answers.put(question, new NearRepetitions(inquiry).answer(question))));
        }
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
