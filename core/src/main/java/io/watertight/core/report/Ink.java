package io.watertight.core.report;

import io.watertight.core.check.Severity;

/** Emphasis on a terminal. Never the only carrier of a meaning: without colour every text stays the same. */
enum Ink {
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    YELLOW("1;33"),
    GREEN("1;32"),
    CYAN("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> CYAN;
        };
    }

    /** The text in this ink, or as it is where there are no colours. */
    String on(String text, boolean colored) {
        return colored && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
