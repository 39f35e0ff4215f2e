package io.watertight.app;

import io.watertight.core.engine.Progress;
import java.io.PrintStream;
import java.util.function.Function;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress as one line that redraws itself: stage, rows, rate and remaining time. Thread-safe. */
final class ProgressLine implements Progress, AutoCloseable {

    /** Stages shorter than this would only flicker. */
    private static final int MILLISECONDS = 250;

    private final PrintStream err;
    private final int width;
    private @Nullable ProgressBar bar;
    private long rows;

    private ProgressLine(PrintStream err, int width) {
        this.err = err;
        this.width = width;
    }

    /**
     * Does the work with a line of its own, which is gone when the work ends.
     *
     * @param wanted whether progress is to be drawn where somebody watches
     */
    static <T> T during(Shell shell, boolean wanted, Function<Progress, T> work) {
        if (!wanted || !shell.watched()) {
            return work.apply(Progress.NONE);
        }
        ProgressLine line = new ProgressLine(shell.err(), shell.width());
        try (line) {
            return work.apply(line);
        }
    }

    @Override
    public synchronized void stage(String what, long rowsOfStage) {
        close();
        rows = rowsOfStage;
        bar = new ProgressBarBuilder()
                .setTaskName(Printable.of(what))
                .setInitialMax(rows > 0 ? rows : 100)
                .setUnit(rows > 0 ? " rows" : " %", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS)
                .setMaxRenderedLength(width - 1)
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(err, width - 1))
                .showSpeed()
                .build();
    }

    @Override
    public synchronized void at(double share) {
        ProgressBar current = bar;
        if (current != null) {
            current.stepTo(Math.round(Math.max(0, Math.min(1, share)) * (rows > 0 ? rows : 100)));
        }
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        ProgressBar current = bar;
        bar = null;
        if (current != null) {
            current.close();
        }
    }
}
