package io.watertight.app;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.files.WholeFile;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What must be undone when a person presses Ctrl-C: queries that run, files half written. Thread-safe. */
final class Cancellation {

    /** A person who pressed Ctrl-C waits no longer than this. */
    private static final long PATIENCE_MILLIS = 1_200;

    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean cancelled;

    boolean isCancelled() {
        return cancelled;
    }

    /** The command ended by itself. */
    void finish() {
        finished.countDown();
    }

    /** An engine whose tables are closed when the command is cancelled, which ends their queries. */
    Engine watch(Engine engine) {
        return new Engine() {
            @Override
            public String name() {
                return engine.name();
            }

            @Override
            public String version() {
                return engine.version();
            }

            @Override
            public Table open(TableRequest request, Progress progress) {
                Table table = engine.open(request, progress);
                open.add(table);
                if (cancelled) {
                    table.close();
                }
                return table;
            }
        };
    }

    /** Ends what runs and removes what is half done; waits a little, so that the command can tidy up as well. */
    void cancelAndWait(Thread worker) {
        if (finished.getCount() == 0) {
            return;
        }
        cancelled = true;
        worker.interrupt();
        // An engine may not let go of a query that is being planned; it must not hold the process back.
        Thread closing = new Thread(this::closeAll, "watertight-close");
        closing.setDaemon(true);
        closing.start();
        try {
            boolean tidy = finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            WholeFile.discardDrafts();
            if (!tidy) {
                System.err.println("Cancelled before everything was tidied up.");
            }
        } catch (InterruptedException unlikely) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception ignored) {
                // the process ends anyway
            }
        }
    }
}
