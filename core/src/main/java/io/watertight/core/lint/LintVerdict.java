package io.watertight.core.lint;

/** What a reading of code comes to. Never "valid": code shows what was done, not what was known. */
public enum LintVerdict {
    /** An open finding of severity error or warning that is more than a hint. */
    LEAKS_FOUND,
    /** None, and everything was read and followed. */
    NO_LEAK_FOUND,
    /** None, but something was not read, not followed to the end, or a rule failed. */
    UNDECIDED
}
