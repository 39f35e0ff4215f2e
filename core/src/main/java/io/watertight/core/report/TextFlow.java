package io.watertight.core.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a terminal. Works on plain text: inks are put on afterwards. */
public final class TextFlow {

    private TextFlow() {}

    /** Keeps two words on one line; shown as a blank. */
    static final char UNBROKEN = '\u00A0';

    /** Lines of at most this many cells; a word longer than a line is broken within. Never empty. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            String rest = word;
            if (line.length() > 0 && cells(line) + 1 + cells(rest) <= width) {
                line.append(' ').append(rest);
                continue;
            }
            if (line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (cells(rest) > width) {
                int end = fitting(rest, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        lines.replaceAll(one -> one.replace(UNBROKEN, ' '));
        return lines;
    }

    /** Cells a text takes on a terminal: two for wide characters, none for marks that join the one before. */
    public static int cells(CharSequence text) {
        return text.codePoints().map(TextFlow::cellsOf).sum();
    }

    /** As much of the text as these cells hold. */
    static String cut(String text, int width) {
        return text.substring(0, fitting(text, width));
    }

    private static int fitting(String word, int width) {
        int used = 0;
        int end = 0;
        while (end < word.length()) {
            int point = word.codePointAt(end);
            used += cellsOf(point);
            if (used > width) {
                break;
            }
            end += Character.charCount(point);
        }
        return Math.max(Character.charCount(word.codePointAt(0)), end);
    }

    private static int cellsOf(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
