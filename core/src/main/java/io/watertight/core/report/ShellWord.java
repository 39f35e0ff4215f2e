package io.watertight.core.report;

/** A word of a POSIX shell's command line. */
final class ShellWord {

    private ShellWord() {}

    /** As it is when no shell reads anything into it, else in single quotes. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") && !word.startsWith("-")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
