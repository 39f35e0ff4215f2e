package io.watertight.checks.preprocessing;

import java.util.List;

/**
 * A class that bears the trace of oversampling.
 *
 * @param label index of the class
 * @param judged rows of the class that were looked at: those of the test set, all without a split
 * @param made of these, copies of other rows or lying between two of them
 * @param share of rows made in this class
 * @param reference the same share in the class with most different rows
 * @param rows ids of examples
 */
record Enlarged(int label, long judged, long made, double share, double reference, List<Long> rows) {

    /** This share of a class at least, and so many times the share in the other one. */
    private static final double SHARE = 0.15;

    private static final double TIMES = 10;
    private static final int FEWEST = 10;

    Enlarged {
        rows = List.copyOf(rows);
    }

    boolean isClear() {
        return made >= FEWEST && share >= SHARE && share >= TIMES * reference;
    }
}
