package io.watertight.app;

/** What the program says to whoever called it. */
final class ExitCode {

    /** Nothing at or above {@code --fail-on}. */
    static final int OK = 0;

    /** Findings at or above {@code --fail-on}. */
    static final int FINDINGS = 1;

    /** Wrong use, data that cannot be read, or a fault of the program. */
    static final int USAGE = 2;

    /** Not decided: a check failed, or {@code --require-valid} and the verdict is not valid. */
    static final int UNDECIDED = 3;

    /** Ctrl-C: 128 and the number of the signal, as shells count. */
    static final int CANCELLED = 130;

    private ExitCode() {}
}
