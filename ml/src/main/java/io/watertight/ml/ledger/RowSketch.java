package io.watertight.ml.ledger;

import java.util.Arrays;

/**
 * The smallest distinct hashes of a set of rows: the k minimum values of Beyer, Haas, Reinwald, Sismanis and Gemulla ("On synopses
 * for distinct-value estimation under multiset operations", SIGMOD 2007). Below the larger of two sketches' bounds that both
 * reach, two sketches are the same random sample of both sets, so overlaps can be counted there.
 *
 * @param columns how many columns the hashes cover
 * @param distinct distinct rows: exact if no more than the sketch holds, else an estimate
 * @param smallest hashes, at least 0, ascending, no two alike; the array is shared and must not be written to
 */
record RowSketch(int columns, long distinct, long[] smallest) {

    /** Whether the sketch holds every row, so that counting in it is exact. */
    boolean isComplete() {
        return smallest.length >= distinct;
    }

    /** The sketch of the same set with fewer hashes. */
    RowSketch shortenedTo(int size) {
        return smallest.length <= size ? this : new RowSketch(columns, distinct, Arrays.copyOf(smallest, size));
    }

    /** Hashes up to here are all known. */
    private long bound() {
        return isComplete() ? Long.MAX_VALUE : smallest[smallest.length - 1];
    }

    /** How much of the smaller set is in the other one. */
    Overlap overlap(RowSketch other, String basis) {
        long bound = Math.min(bound(), other.bound());
        int mine = 0;
        int theirs = 0;
        int common = 0;
        while (mine < smallest.length && smallest[mine] <= bound
                || theirs < other.smallest.length && other.smallest[theirs] <= bound) {
            long left = mine < smallest.length ? smallest[mine] : Long.MAX_VALUE;
            long right = theirs < other.smallest.length ? other.smallest[theirs] : Long.MAX_VALUE;
            if (left == right) {
                common++;
            }
            if (left <= right) {
                mine++;
            }
            if (right <= left) {
                theirs++;
            }
        }
        int sample = distinct <= other.distinct ? mine : theirs;
        boolean exact = isComplete() && other.isComplete();
        return Overlap.of(common, sample, mine + theirs - common, exact, basis);
    }
}
