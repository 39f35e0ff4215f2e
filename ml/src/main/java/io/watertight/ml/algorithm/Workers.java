package io.watertight.ml.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Threads for one fit. Work is cut into numbered tasks whose number and content never depend on how many threads there are: whoever
 * merges their results in the order of the numbers gets the same answer from any number of threads. Close it.
 */
public final class Workers implements AutoCloseable {

    private final int threads;
    private final List<ExecutorService> pool = new ArrayList<>();

    /** @param threads at least 1, the caller's own among them */
    public Workers(int threads) {
        this.threads = threads;
        if (threads > 1) {
            pool.add(Executors.newFixedThreadPool(threads - 1, work -> {
                Thread thread = new Thread(work, "learner");
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /** Runs the tasks 0 to {@code tasks - 1} in any order and waits for all of them. What one of them throws is thrown here. */
    public void each(int tasks, IntConsumer task) {
        if (pool.isEmpty() || tasks < 2) {
            for (int number = 0; number < tasks; number++) {
                task.accept(number);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
                task.accept(number);
            }
        };
        List<Future<?>> others = new ArrayList<>();
        for (int helper = 1; helper < Math.min(threads, tasks); helper++) {
            others.add(pool.get(0).submit(share));
        }
        try {
            share.run();
        } finally {
            next.set(tasks);
            others.forEach(Workers::await);
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a model was fitted");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        pool.forEach(ExecutorService::shutdownNow);
    }
}
