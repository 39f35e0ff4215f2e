package io.watertight.code.internal.parse;

/** Thrown out of the parser, and caught around it: text that is not Python as we read it. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param reason what is wrong, as a part of a sentence
     * @param line where, counted as the parser counts, from 1
     */
    Unreadable(String reason, int line) {
        // A stack trace would cost more than the parsing.
        super(reason, null, false, false);
        this.line = line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    int line() {
        return line;
    }
}
