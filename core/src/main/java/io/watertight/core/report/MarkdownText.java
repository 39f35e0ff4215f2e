package io.watertight.core.report;

import java.util.List;
import java.util.stream.Collectors;

/** Text that is only text in Markdown (CommonMark with tables), whatever it holds. */
public final class MarkdownText {

    private static final String ACTIVE = "\\`*_[]|~#&$";

    private MarkdownText() {}

    /** Every character that could begin a mark is escaped; what looks like an address does not become a link. */
    public static String of(String raw) {
        String text = Visible.text(raw);
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '<' || character == '>') {
                // Not by a backslash: some renderers only know that HTML begins here.
                escaped.append(character == '<' ? "&lt;" : "&gt;");
                continue;
            }
            boolean active = ACTIVE.indexOf(character) >= 0;
            boolean address = (character == ':' && text.startsWith("://", at))
                    || (character == '.' && at >= 3 && text.regionMatches(true, at - 3, "www", 0, 3))
                    || character == '@';
            // At the start of a text these would make a list, a rule or a quotation.
            boolean opening = at == 0 && "+-=".indexOf(character) >= 0;
            if (active || address || opening) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString().replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }

    /** A row of a table; the cells are Markdown already. */
    public static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A table's first two lines. */
    public static String head(String... titles) {
        return row(List.of(titles)) + "| --- ".repeat(titles.length) + "|\n";
    }
}
