package io.watertight.ml;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.ModelScore;
import io.watertight.core.statistic.ModelStatistic;
import io.watertight.core.statistic.Statistics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the questions of one audit are answered. Used by one thread; owns the threads that fit. */
final class Bench implements AutoCloseable {

    private final ColumnBatch sample;
    private final long seed;
    private final Statistics.Builder answers;
    private final ExecutorService pool;

    Bench(ColumnBatch sample, long seed, int threads, Statistics.Builder answers) {
        this.sample = sample;
        this.seed = seed;
        this.answers = answers;
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(task, "watertight-model");
            thread.setDaemon(true); // a cancelled audit does not wait for its models
            return thread;
        });
    }

    /** How a kind of question becomes problems that speak of the same rows; the best score counts. */
    interface Posing {
        List<Problem> pose(Problems problems);
    }

    /** Answers questions of one kind: they share rows, labels and encoded columns. */
    <Q extends ModelStatistic<ModelScore>> void answer(List<Q> questions, boolean dear, Posing posing) {
        if (questions.isEmpty()) {
            return;
        }
        int widest = questions.stream()
                .mapToInt(question -> question.features().size())
                .max()
                .orElse(0);
        List<Problem> problems;
        try {
            problems = posing.pose(new Problems(sample, new RowDraw(seed), Effort.rows(widest, dear)));
        } catch (Unanswerable hopeless) {
            questions.forEach(question -> answers.leaveOut(question, hopeless.reason()));
            return;
        }
        int[] rows = problems.get(0).rows();
        EncodedColumns columns = new EncodedColumns(sample, rows);
        long[] ids = Arrays.stream(rows).mapToLong(row -> sample.rowIds()[row]).toArray();
        Map<Q, List<Examination>> running = new LinkedHashMap<>();
        for (Q question : questions) {
            List<String> usable = columns.usable(question.features());
            if (usable.isEmpty()) {
                answers.leaveOut(
                        question, "no usable feature: all are constant, or text that differs in nearly every row");
            } else {
                running.put(
                        question,
                        problems.stream()
                                .map(problem -> Examination.start(pool, problem, columns, usable, ids, seed))
                                .toList());
            }
        }
        running.forEach(this::collect);
    }

    private <Q extends ModelStatistic<ModelScore>> void collect(Q question, List<Examination> examinations) {
        try {
            answers.put(
                    question,
                    examinations.stream()
                            .map(Examination::score)
                            .max(Comparator.comparingDouble(ModelScore::score))
                            .orElseThrow());
        } catch (Unanswerable hopeless) {
            answers.leaveOut(question, hopeless.reason());
        } catch (WatertightException failure) {
            answers.leaveOut(question, failure.getMessage() + " Maybe " + failure.remedy() + ".");
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
