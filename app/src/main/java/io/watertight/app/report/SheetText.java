package io.watertight.app.report;

import io.watertight.core.report.TextFlow;
import io.watertight.core.report.Visible;
import java.util.ArrayList;
import java.util.List;

/** A sheet on a terminal. */
final class SheetText {

    private static final int GAP = 2;
    private static final int NARROWEST = 60;

    private final int width;
    private final boolean colored;
    private final StringBuilder out = new StringBuilder();

    private SheetText(int width, boolean colored) {
        this.width = Math.max(NARROWEST, Math.min(120, width));
        this.colored = colored;
    }

    static String write(Sheet sheet, int width, boolean colored) {
        SheetText text = new SheetText(width, colored);
        text.paragraph(sheet.headline() + ": " + sheet.scope(), 0);
        for (SheetSection section : sheet.sections()) {
            text.out.append('\n').append(text.bold(section.title())).append('\n');
            section.lines().forEach(line -> text.paragraph(line, 2));
            boolean first = section.lines().isEmpty();
            for (SheetSection.Table table : section.tables()) {
                if (!first || section.tables().size() > 1) {
                    text.out.append(first ? "" : "\n");
                    text.paragraph(table.caption() + ":", 2);
                }
                text.table(table);
                first = false;
            }
        }
        return text.out.toString();
    }

    private String bold(String text) {
        return colored ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    private void paragraph(String text, int indent) {
        TextFlow.wrap(Visible.text(text), width - indent)
                .forEach(line -> out.append(" ".repeat(indent)).append(line).append('\n'));
    }

    private void table(SheetSection.Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.head());
        table.rows().forEach(row -> rows.add(row.stream().map(Visible::text).toList()));
        int columns = table.head().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], TextFlow.cells(row.get(column)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths[column] - TextFlow.cells(cell));
                line.append(column == 0 ? "" : " ".repeat(GAP));
                line.append(table.isNumeric(column) ? padding + cell : cell + padding);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
