package io.watertight.core.check;

/** How a check ended. Silence is never a pass. */
public enum CheckStatus {
    PASSED,
    FOUND,
    SKIPPED,
    FAILED
}
