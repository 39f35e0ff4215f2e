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

    /** Rows beyond this number change no verdict; two thirds are learnt from in each of three folds. */
    private static final int MOST_ROWS = 16_000;

    /** Several classes need a tree each, and a number is learnt twice: rows make up for it. */
    private static final int MOST_ROWS_IF_DEAR = 10_000;

    /** Rows times columns of one question. */
    private static final int MOST_CELLS = 3_000_000;

    private static final int LEAST_ROWS = 500;

    private static final int ROUNDS = 60;

    private static final int LEAST_ROUNDS = 6;

    /** Trees of one fit at most, unless the least number of rounds needs more. */
    private static final int TREES = 90;

    /** With fewer rows than this, early stopping would follow noise; fewer, flatter trees take its place. */
    private static final int FEW_ROWS = 600;

    private static final int MANY_COLUMNS = 100;

    /** About how many rows of a sample to use for questions of up to this many columns. */
    static int rows(int columns, boolean dear) {
        int affordable = MOST_CELLS / Math.max(1, columns);
        return Math.max(LEAST_ROWS, Math.min(dear ? MOST_ROWS_IF_DEAR : MOST_ROWS, affordable));
    }

    static Effort of(int rows, int columns, int outputs) {
        boolean few = rows < FEW_ROWS;
        boolean wide = columns > MANY_COLUMNS;
        int rounds = Math.max(LEAST_ROUNDS, Math.min(ROUNDS, TREES / outputs));
        return new Effort(
                few ? Math.min(25, rounds) : rounds,
                few ? 3 : wide || outputs > 1 ? 4 : 6,
                rounds < ROUNDS / 2 ? 0.4 : 0.2,
                wide ? 32 : 128,
                wide ? Math.max(0.1, (double) MANY_COLUMNS / columns) : 1,
                few ? 0 : 0.15);
    }

    /** Rounds without an improvement after which a fit stops. */
    int patience() {
        return 5;
    }
}
