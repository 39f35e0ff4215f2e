package io.watertight.code.fix;

import io.watertight.core.check.Fix.LineEdit;
import java.util.ArrayList;
import java.util.List;

/** The text of a file, whose lines of code can be replaced. */
sealed interface EditableText permits ScriptText, NotebookText {

    /** The lines of a cell as they stand in the file; none if there is no such cell of code. */
    List<String> lines(int cell);

    /** The text with one edit more. Its line numbers hold as long as edits are made from the last line to the first. */
    EditableText with(LineEdit edit);

    /** The whole file. */
    String text();

    /** Lines with their ends; the last one may have none. */
    static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean pair = character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (character == '\n' || (character == '\r' && !pair)) {
                lines.add(text.substring(start, at + 1));
                start = at + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** How the text ends its lines. */
    static String lineEnd(String text) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return text.indexOf('\r') < 0 ? "\n" : "\r";
        }
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    /**
     * The replacement as it goes between what stands before and behind it.
     *
     * @param before whole lines, but perhaps for the end of the last one
     * @param isEnded whether the last line of the replacement needs an end
     */
    static String between(String before, List<String> replacement, boolean isEnded, String lineEnd) {
        if (replacement.isEmpty()) {
            return "";
        }
        String lines = String.join(lineEnd, replacement);
        boolean open = !before.isEmpty() && withoutEnd(before).length() == before.length();
        return (open ? lineEnd : "") + lines + (isEnded && !open ? lineEnd : "");
    }
}
