package io.watertight.code.value;

import java.util.Set;

/**
 * Which rows the value in a row was read from, counted from that row: the one before is -1, the next one is 1. A position that earns a
 * return must be known before the return begins.
 *
 * @param oldest the first of the rows
 * @param newest the last of the rows
 * @param reads the columns that were read, {@link #ALL} for those that have no names; none for what is known beforehand: constants, dates
 * @param change whether it is the change of a value from the oldest to the newest row: a return
 * @param decided whether a test made it: a signal, a position
 * @param earned the trades whose results are in it, by number
 */
public record Timing(int oldest, int newest, Set<String> reads, boolean change, boolean decided, Set<Integer> earned) {

    /** Among the columns read where they have no names. */
    public static final String ALL = "*";

    /** As far away as rows go. */
    public static final int FAR = 1_000_000;

    /** Known beforehand, or not followed. */
    public static final Timing NOTHING = new Timing(0, 0, Set.of(), false, false, Set.of());

    public Timing {
        oldest = Math.max(-FAR, Math.min(FAR, oldest));
        newest = Math.max(-FAR, Math.min(FAR, newest));
        reads = Sets.copy(reads);
        earned = Sets.copy(earned);
    }

    /** A column as it stands in the row. */
    public static Timing of(String column) {
        return new Timing(0, 0, Set.of(column), false, false, Set.of());
    }

    /** The same, if it read columns without names. */
    public Timing ofAll() {
        return reads.isEmpty() ? reading(ALL) : this;
    }

    /** The same of one column. */
    public Timing reading(String column) {
        return new Timing(oldest, newest, Set.of(column), change, decided, earned);
    }

    /** The value of so many rows before. */
    public Timing shifted(int rows) {
        return reads.isEmpty() ? this : new Timing(oldest - rows, newest - rows, reads, change, decided, earned);
    }

    /** What so many rows before, and so many rows after, go into as well. */
    public Timing spread(int before, int after) {
        return reads.isEmpty() ? this : new Timing(oldest - before, newest + after, reads, false, decided, earned);
    }

    /** Both go in. Two returns are a return; what was decided stays so beside what nobody decided. */
    public Timing and(Timing other) {
        Set<Integer> trades = Sets.union(earned, other.earned);
        if (reads.isEmpty()) {
            return new Timing(other.oldest, other.newest, other.reads, other.change, decided || other.decided, trades);
        }
        if (other.reads.isEmpty()) {
            return new Timing(oldest, newest, reads, change, decided || other.decided, trades);
        }
        return new Timing(
                Math.min(oldest, other.oldest),
                Math.max(newest, other.newest),
                Sets.union(reads, other.reads),
                change && other.change,
                decided || other.decided,
                trades);
    }

    public Timing asChange(boolean is) {
        return new Timing(oldest, newest, reads, is, decided && !is, earned);
    }

    /** A test made it. */
    public Timing asDecided() {
        return new Timing(oldest, newest, reads, false, true, Set.of());
    }

    public Timing earning(int trade) {
        return new Timing(oldest, newest, reads, true, false, Sets.with(earned, trade));
    }

    /** Whether both are single rows of the same columns, and not the same row: what lies between them is a change. */
    public boolean isLagOf(Timing other) {
        return oldest == newest
                && other.oldest == other.newest
                && newest != other.newest
                && !reads.isEmpty()
                && reads.equals(other.reads)
                && Math.abs(newest) < FAR
                && Math.abs(other.newest) < FAR;
    }

    /** Whether they read the same column, as far as columns have names. */
    public boolean sharesColumns(Timing other) {
        return reads.stream().anyMatch(other.reads::contains)
                || reads.contains(ALL) && !other.reads.isEmpty()
                || other.reads.contains(ALL) && !reads.isEmpty();
    }
}
