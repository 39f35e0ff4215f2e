package io.watertight.code.internal.interpret;

/** How a block of statements ends. */
enum Completion {
    NORMAL,
    RETURN,
    BREAK,
    CONTINUE,
    RAISE;

    boolean isNormal() {
        return this == NORMAL;
    }

    /** Whether the loop around goes on. */
    boolean staysInLoop() {
        return this == NORMAL || this == CONTINUE;
    }
}
