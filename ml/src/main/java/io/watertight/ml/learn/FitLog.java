package io.watertight.ml.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Who was fitted on which rows. Every fit enters itself before it begins: there is no way around it, because {@link Learner#fit} and
 * {@link Transformer#fit} cannot be overridden. Holds a bit a row of the dataset for each set that was fitted on. Thread-safe.
 */
public final class FitLog {

    private final List<Entry> entries = new ArrayList<>();

    /** One fit. Thread-safe. */
    public static final class Entry {

        private final String step;
        private final Rows rows;

        Entry(String step, Rows rows) {
            this.step = step;
            this.rows = rows;
        }

        /** What was fitted. */
        public String step() {
            return step;
        }

        /** Ids of the rows it saw, worked out anew at each call; a row that was repeated comes as often. */
        public long[] rowIds() {
            return rows.ids();
        }
    }

    /** Rows that outlive the sets they were in. */
    sealed interface Rows permits Marked, Repeated {
        long[] ids();
    }

    /**
     * Rows of a dataset, each once. Neither is written to.
     *
     * @param all ids of the dataset, shared by every entry
     * @param positions that were fitted on
     */
    record Marked(long[] all, BitSet positions) implements Rows {
        @Override
        public long[] ids() {
            return positions.stream().mapToLong(row -> all[row]).toArray();
        }
    }

    /** Rows in any order, some more than once. */
    record Repeated(long[] ids) implements Rows {}

    synchronized void enter(String step, TrainingSet training) {
        entries.add(new Entry(step, rows(training)));
    }

    private static Rows rows(TrainingSet training) {
        if (training instanceof RawTrainingSet raw) {
            return raw.view().marked();
        }
        return training instanceof FittedTrainingSet fitted ? rows(fitted.origin()) : new Repeated(training.rowIds());
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
