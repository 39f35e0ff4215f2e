package io.watertight.code.value;

/** Whether two sets of rows share rows. */
public enum Overlap {
    /** No row is in both. */
    NO,
    /** Nobody can say. */
    MAY,
    /** Copies of rows are in both, or rows made from the same rows. */
    COPIES,
    /** Rows are in both. */
    MUST
}
