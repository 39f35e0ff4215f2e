package io.watertight.ml.ledger;

/**
 * Something in the ledger that is not as a writer left it.
 *
 * @param kind of trouble
 * @param file relative to the study's folder
 * @param line counted from 1; 0 if it is about the whole file
 * @param what is wrong, as a sentence
 */
public record LedgerProblem(Kind kind, String file, int line, String what) {

    /** What can be wrong with a ledger. */
    public enum Kind {
        /** The line and its hash do not fit. */
        ALTERED,
        /** The line is no entry at all. */
        NOT_AN_ENTRY,
        /** The line is sound, but does not follow the one before: lines were removed, moved or put in. */
        OUT_OF_PLACE,
        /** The chain is shorter than somebody saw it. */
        CUT,
        /** The chain is not as this machine left it: another branch is checked out, or its end was cut. */
        ELSEWHERE,
        /** Nothing but the line ends was changed. */
        LINE_ENDS,
        /** A later version of the program wrote this. */
        NEWER,
        /** A crash left half a line at the end; nobody was told a score for it. */
        TORN;

        /** Whether somebody changed the ledger, as opposed to a crash, another branch or an old program. */
        public boolean isTampering() {
            return switch (this) {
                case ALTERED, NOT_AN_ENTRY, OUT_OF_PLACE, CUT, LINE_ENDS -> true;
                case ELSEWHERE, NEWER, TORN -> false;
            };
        }
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ", line " + line + ": " + what;
    }
}
