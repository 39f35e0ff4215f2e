package io.watertight.app.report;

import java.util.List;

/**
 * A part of a sheet, the same on a terminal, in Markdown and on a page. All text is plain.
 *
 * @param id unique within the sheet, an anchor
 * @param title heading
 * @param lines paragraphs
 * @param tables tables below them
 */
public record SheetSection(String id, String title, List<String> lines, List<Table> tables) {

    public SheetSection {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /**
     * A table whose first column names the rows; the others are numbers, but for those named in {@code words}.
     *
     * @param caption what it holds
     * @param head names of the columns
     * @param rows cells, as many a row as the head
     * @param words how many of the last columns are words
     */
    public record Table(String caption, List<String> head, List<List<String>> rows, int words) {

        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        /** Whether a column holds numbers. */
        public boolean isNumeric(int column) {
            return column > 0 && column < head.size() - words;
        }
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return lines.isEmpty() && tables.isEmpty();
    }
}
