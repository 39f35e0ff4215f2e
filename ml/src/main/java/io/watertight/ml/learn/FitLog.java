package io.watertight.ml.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Who was fitted on which rows. Every fit enters itself before it begins: there is no way around it, because {@link Learner#fit} and
 * {@link Transformer#fit} cannot be overridden. Thread-safe.
 */
public final class FitLog {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One fit.
     *
     * @param step what was fitted
     * @param rowIds the rows it saw, not to be written to
     */
    public record Entry(String step, long[] rowIds) {}

    synchronized void enter(String step, long[] rowIds) {
        entries.add(new Entry(step, rowIds));
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
