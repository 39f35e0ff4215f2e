package io.watertight.core.study;

/** Where the parts of the split come from. */
public enum SplitSource {
    /** No split was given. */
    NONE,
    /** The test set is a file of its own. */
    TEST_FILE,
    /** A column says which part a row is in. */
    COLUMN
}
