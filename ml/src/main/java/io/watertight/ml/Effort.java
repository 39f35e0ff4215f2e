package io.watertight.ml;

/**
 * How hard a model is grown. A bounded number of trees and cells bounds the time of an audit; what is asked is whether a signal
 * is there, not the last digit of its strength.
 *
 * @param rounds boosting rounds at most; each grows a tree for every output
 * @param depth of a tree
 * @param rate learning rate
 * @param bins a column is cut into for the histograms
 * @param columnShare of the columns each tree may use
 * @param innerShare of the rows of a fit that early stopping watches; 0 when there are too few to tell
 */
record Effort(int rounds, int depth, double rate, int bins, double columnShare, double innerShare) {

    /** Rows beyond this number change no verdict. */
    static final int MOST_ROWS = 30_000;

    /** Rows times columns of one question. */
    static final int MOST_CELLS = 4_000_000;

    private static final int LEAST_ROWS = 500;

    /** Trees of one fit at most. */
    private static final int TREES = 120;

    private static final int ROUNDS = 60;

    /** With fewer rows than this, early stopping would follow noise; fewer, flatter trees take its place. */
    private static final int FEW_ROWS = 600;

    private static final int MANY_COLUMNS = 100;

    /** Rows for questions of up to this many columns. Two thirds of them are learnt from in each of three folds. */
    static int rows(int columns) {
        return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, columns)));
    }

    static Effort of(int rows, int columns, int outputs) {
        boolean few = rows < FEW_ROWS;
        boolean wide = columns > MANY_COLUMNS;
        int rounds = Math.max(10, Math.min(ROUNDS, TREES / outputs));
        return new Effort(
                few ? Math.min(25, rounds) : rounds,
                few ? 3 : wide ? 4 : 6,
                rounds < ROUNDS / 2 ? 0.4 : 0.2,
                wide ? 64 : 256,
                wide ? Math.max(0.1, (double) MANY_COLUMNS / columns) : 1,
                few ? 0 : 0.15);
    }

    /** Rounds without an improvement after which a fit stops. */
    int patience() {
        return 6;
    }
}
