package io.watertight.code.source;

import java.util.ArrayList;
import java.util.List;

/** Puts together the code of a cell from the strings of a notebook, which may hold several lines or a part of one. Not thread-safe. */
final class SourceLines {

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int openedAt;

    /** @param place the line of the JSON text that the string stands on */
    void add(String text, int place) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r') {
                append(text, start, i, place);
                close();
                if (character == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
                openedAt = place;
            }
        }
        if (start < text.length()) {
            append(text, start, text.length(), place);
        }
    }

    CellLines lines() {
        if (!open.isEmpty()) {
            close();
        }
        return new CellLines(lines, places);
    }

    private void append(String text, int from, int to, int place) {
        if (open.isEmpty()) {
            openedAt = place;
        }
        open.append(text, from, to);
    }

    private void close() {
        lines.add(open.toString());
        places.add(openedAt);
        open.setLength(0);
    }
}
