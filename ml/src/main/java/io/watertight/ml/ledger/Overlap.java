package io.watertight.ml.ledger;

/**
 * What two test sets share.
 *
 * @param containment share of the smaller set's distinct rows that the other one holds too, 0 to 1
 * @param standardError of the containment; 0 if it was counted rather than estimated
 * @param jaccard shared rows by rows in either set, 0 to 1
 * @param basis what was compared, e.g. {@code all columns}
 */
public record Overlap(double containment, double standardError, double jaccard, String basis) {

    /** From this containment on, a set inherits the looks of the other. */
    public static final double HALF = 0.5;

    /** However few rows an estimate rests on, it is not trusted to be off by more than this. */
    private static final double MOST_DOUBT = 0.1;

    static final Overlap NONE = new Overlap(0, 0, 0, "no columns in common");

    static Overlap of(int common, int sample, int union, boolean exact, String basis) {
        if (sample == 0) {
            return NONE;
        }
        double containment = Math.min(1, (double) common / sample);
        // One added success and failure keep the error of 0 and of 1 above 0.
        double shrunk = (common + 1.0) / (sample + 2.0);
        double error = exact ? 0 : Math.sqrt(Math.max(0, shrunk * (1 - shrunk)) / sample);
        return new Overlap(containment, error, (double) common / union, basis);
    }

    /**
     * Whether the sets share half of the smaller one, doubts decided for yes: the containment, with two standard errors (but at most 0.1)
     * added, reaches a half.
     */
    public boolean isHalf() {
        return containment > 0 && containment + Math.min(2 * standardError, MOST_DOUBT) >= HALF;
    }

    /** Whether the containment reaches a half with two standard errors taken off. */
    boolean isSurelyHalf() {
        return containment - 2 * standardError >= HALF;
    }
}
