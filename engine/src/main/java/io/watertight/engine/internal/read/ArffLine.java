package io.watertight.engine.internal.read;

import java.util.ArrayList;
import java.util.List;

/** Takes a line of an ARFF file apart; values may stand in single or double quotes with backslashes. Not thread-safe. */
final class ArffLine {

    private final String text;
    private int position;
    /** What ended the last value: a comma, the end mark, or NUL for the end of the line. */
    private char last;

    ArffLine(String text) {
        this.text = text;
    }

    /** The next word, up to a blank, or what stands in quotes. */
    String word() {
        skipBlanks();
        if (position < text.length() && isQuote(text.charAt(position))) {
            return quoted();
        }
        int begin = position;
        while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return text.substring(begin, position);
    }

    /** What is left. */
    String rest() {
        return text.substring(Math.min(position, text.length()));
    }

    /** Whether nothing is left but the mark, which is stepped over. */
    boolean endsWith(char mark) {
        skipBlanks();
        return position >= text.length() || text.charAt(position) == mark;
    }

    /** All values up to the end mark or the end, separated by commas or tabs. */
    List<String> values(char end) {
        List<String> values = new ArrayList<>();
        while (true) {
            values.add(value(end));
            if (last != ',') {
                return values;
            }
        }
    }

    /** The next value, empty if it is missing; steps over the comma behind it. */
    String value(char end) {
        skipBlanks();
        String value;
        if (position < text.length() && isQuote(text.charAt(position))) {
            value = quoted();
            while (position < text.length() && !separates(text.charAt(position), end)) {
                position++;
            }
        } else {
            int begin = position;
            while (position < text.length() && !separates(text.charAt(position), end)) {
                position++;
            }
            String bare = text.substring(begin, position).strip();
            value = bare.equals("?") ? "" : bare;
        }
        last = 0;
        if (position < text.length()) {
            last = text.charAt(position) == '\t' ? ',' : text.charAt(position);
            if (last == ',') {
                position++;
            }
        }
        return value;
    }

    private static boolean separates(char character, char end) {
        return character == ',' || character == '\t' || (character == end && end != ',');
    }

    private String quoted() {
        char quote = text.charAt(position++);
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != quote) {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position++));
        }
        position++;
        return value.toString();
    }

    private void skipBlanks() {
        while (position < text.length() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
            position++;
        }
    }

    private static boolean isQuote(char character) {
        return character == '\'' || character == '"';
    }
}
