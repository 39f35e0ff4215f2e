package io.watertight.core.audit;

/** What the audit says of the study as a whole. */
public enum Verdict {
    /** An open error is proven or high. */
    NOT_VALID,
    /** Every required check ran, known-at is declared for every feature, and no error is open. */
    VALID,
    /** No leak found, but something is not decided. */
    UNDECIDED
}
