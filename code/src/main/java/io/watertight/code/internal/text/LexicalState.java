package io.watertight.code.internal.text;

/** Knows, line by line, whether a string, a bracket or a continued line is still open. Not thread-safe. */
public final class LexicalState {

    private int brackets;
    private String quote = "";
    private boolean continued;

    /** Whether the next line begins a statement: nothing is open. */
    public boolean atStart() {
        return brackets == 0 && quote.isEmpty() && !continued;
    }

    /** Whether the next line begins within a string. */
    public boolean inString() {
        return !quote.isEmpty();
    }

    /**
     * Goes on to the end of the next line.
     *
     * @return where its comment begins, -1 if it has none
     */
    public int read(String line) {
        continued = false;
        int comment = -1;
        int i = 0;
        while (i < line.length()) {
            char character = line.charAt(i);
            if (character == '\\') {
                continued = i + 1 == line.length();
                i += 2;
            } else if (!quote.isEmpty()) {
                boolean closes = line.startsWith(quote, i);
                i += closes ? quote.length() : 1;
                quote = closes ? "" : quote;
            } else if (character == '#') {
                comment = i;
                break;
            } else if (character == '"' || character == '\'') {
                String three = String.valueOf(character).repeat(3);
                quote = line.startsWith(three, i) ? three : String.valueOf(character);
                i += quote.length();
            } else {
                bracket(character);
                i++;
            }
        }
        if (quote.length() == 1 && !continued) {
            quote = "";
        }
        return comment;
    }

    private void bracket(char character) {
        switch (character) {
            case '(', '[', '{' -> brackets++;
            case ')', ']', '}' -> brackets = Math.max(0, brackets - 1);
            default -> {}
        }
    }
}
