package io.watertight.app.report;

import io.watertight.core.report.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** A sheet as Markdown with tables. */
final class SheetMarkdown {

    private SheetMarkdown() {}

    static String write(Sheet sheet) {
        StringBuilder out = new StringBuilder("# ")
                .append(MarkdownText.of(sheet.title()))
                .append("\n\n")
                .append(MarkdownText.of(sheet.headline() + ": " + sheet.scope()))
                .append('\n');
        for (SheetSection section : sheet.sections()) {
            out.append("\n## ").append(MarkdownText.of(section.title())).append('\n');
            section.lines()
                    .forEach(line ->
                            out.append('\n').append(MarkdownText.of(line)).append('\n'));
            section.tables().forEach(table -> table(table, out));
        }
        return out.append("\nwatertight ")
                .append(MarkdownText.of(sheet.version()))
                .append('\n')
                .toString();
    }

    private static void table(SheetSection.Table table, StringBuilder out) {
        out.append('\n').append(MarkdownText.of(table.caption())).append(":\n\n");
        out.append(MarkdownText.row(table.head()));
        List<String> rule = new ArrayList<>();
        for (int column = 0; column < table.head().size(); column++) {
            rule.add(table.isNumeric(column) ? "---:" : "---");
        }
        out.append(MarkdownText.row(rule));
        table.rows().forEach(row -> out.append(MarkdownText.row(cells(table, row))));
    }

    /** Numbers are our own spelling and hold nothing to escape, but for the sign of what is too small to print. */
    private static List<String> cells(SheetSection.Table table, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            cells.add(table.isNumeric(column) ? cell.replace("<", "&lt;") : MarkdownText.of(cell));
        }
        return cells;
    }
}
