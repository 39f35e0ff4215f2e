package io.watertight.ml.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a test set is known by: its rows, whatever file they are in and in whatever order. Made by {@link TestSetSketcher}.
 * Immutable and thread-safe.
 *
 * <p>Equal sets have equal digests. To tell sets that overlap, it keeps sketches of the rows under several views: all columns, the columns
 * with the keys, a quarter of the columns and the other three quarters, four times. Dropping, adding or converting a column spoils the
 * views it belongs to and leaves others. A view counts only where its rows tell items apart, because rows of few categories
 * repeat in any sample.
 */
public final class TestSetIdentity {

    /** Columns are dealt to this many groups by their names. */
    static final int GROUPS = 4;

    /** All columns, each group, all but each group, all columns with the keys. */
    static final int VIEWS = 2 + 2 * GROUPS;

    /**
     * A view must have this share of distinct rows. A row drawn anew is found in a sample of which a fifth are repeats with a
     * chance of about two fifths at most, which stays below a half.
     */
    private static final double LEAST_DISTINCT = 0.8;

    /** Fewer columns than this may be a counter and a label, which agree between files that share nothing. */
    private static final int LEAST_COLUMNS = 3;

    private final String digest;
    private final long rows;
    private final List<RowSketch> views;

    TestSetIdentity(String digest, long rows, List<RowSketch> views) {
        if (views.size() != VIEWS) {
            throw new IllegalArgumentException(views.size() + " views instead of " + VIEWS);
        }
        this.digest = digest;
        this.rows = rows;
        this.views = List.copyOf(views);
    }

    /** SHA-256 of the sorted hashes of all rows, repeats included: 64 hexadecimal digits. Names the set in the ledger. */
    public String digest() {
        return digest;
    }

    /** Rows of the set, repeats included. */
    public long rows() {
        return rows;
    }

    List<RowSketch> views() {
        return views;
    }

    /** Whether rows tell items apart, so that an overlap with another set can be seen; else only an equal set is recognised. */
    public boolean tellsRowsApart() {
        return views.stream().anyMatch(this::isTelling);
    }

    /** What the sets share: of all columns if that is half, else of the view that shows most. */
    public Overlap overlap(TestSetIdentity other) {
        if (digest.equals(other.digest)) {
            return new Overlap(1, 0, 1, "the same rows");
        }
        Overlap whole = overlap(other, 0, 1, "all columns");
        if (whole.isHalf()) {
            return whole; // the surest estimate, while the largest of several would lie high
        }
        List<Overlap> candidates = new ArrayList<>();
        candidates.add(overlap(other, VIEWS - 1, 1, "all columns and keys"));
        List<Overlap> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(overlap(other, 1 + group, 1, "some of the columns"));
            candidates.add(overlap(other, 1 + GROUPS + group, LEAST_COLUMNS, "most of the columns"));
        }
        // One group alone may be a time stamp or a counter that honest strangers share: two must agree.
        groups.sort(Comparator.comparingDouble(Overlap::containment));
        candidates.add(groups.get(GROUPS - 2));
        // The largest of several estimates lies high, so these must be sure of the half.
        return candidates.stream()
                .filter(Overlap::isSurelyHalf)
                .max(Comparator.comparingDouble(Overlap::containment))
                .orElse(whole);
    }

    private Overlap overlap(TestSetIdentity other, int view, int leastColumns, String basis) {
        RowSketch mine = views.get(view);
        RowSketch theirs = other.views.get(view);
        boolean comparable = isTelling(mine)
                && other.isTelling(theirs)
                && Math.min(mine.columns(), theirs.columns()) >= leastColumns;
        return comparable ? mine.overlap(theirs, basis) : Overlap.NONE;
    }

    private boolean isTelling(RowSketch view) {
        return view.columns() > 0 && view.distinct() >= LEAST_DISTINCT * rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestSetIdentity identity && digest.equals(identity.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "test set " + digest.substring(0, 12) + " of " + rows + " rows";
    }
}
