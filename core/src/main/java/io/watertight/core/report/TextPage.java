package io.watertight.core.report;

import java.util.List;

/** Lines of the terminal report being written: sections with a heading in the margin, wrapped to the width. Not thread-safe. */
final class TextPage {

    /** Section names and their text stand apart by this many cells. */
    static final int MARGIN = 11;

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private final boolean colored;

    TextPage(ReportOptions options) {
        this.width = options.width();
        this.colored = options.color();
    }

    int width() {
        return width;
    }

    void blank() {
        text.append('\n');
    }

    /** A whole paragraph whose first word or words carry an ink. */
    void headline(String inked, String rest, Ink ink) {
        List<String> lines = TextFlow.wrap(Visible.text(inked + " " + rest), width);
        String first = lines.get(0);
        boolean fits = first.startsWith(inked);
        text.append(fits ? ink.on(inked, colored) + first.substring(inked.length()) : first)
                .append('\n');
        lines.subList(1, lines.size()).forEach(line -> text.append(line).append('\n'));
    }

    /** A heading in the margin, its text beside it. */
    void labelled(String label, String content) {
        List<String> lines = TextFlow.wrap(Visible.text(content), width - MARGIN);
        for (int index = 0; index < lines.size(); index++) {
            String margin = index == 0 ? label : "";
            text.append(Ink.BOLD.on(margin, colored))
                    .append(" ".repeat(MARGIN - margin.length()))
                    .append(lines.get(index))
                    .append('\n');
        }
    }

    void section(String label, String remark) {
        blank();
        text.append(Ink.BOLD.on(label, colored))
                .append(" ".repeat(Math.max(1, MARGIN - label.length())))
                .append(Ink.DIM.on(remark, colored))
                .append('\n');
    }

    /** A section that is called by a name somebody else gave, such as a file's. */
    void named(String name) {
        blank();
        text.append(Ink.BOLD.on(Visible.text(name), colored)).append('\n');
    }

    /** Wrapped text, indented. */
    void indented(int indent, String content) {
        paragraph(indent, indent, content, Ink.BOLD, false);
    }

    void dim(int indent, String content) {
        paragraph(indent, indent, content, Ink.DIM, true);
    }

    /** A dim label and a line of code, which is cut rather than wrapped. */
    void code(int indent, String label, String code) {
        String start = Visible.text(label);
        String shown = Visible.text(code);
        int room = Math.max(20, width - indent - TextFlow.cells(start));
        if (TextFlow.cells(shown) > room) {
            shown = TextFlow.cut(shown, room - 1) + "…";
        }
        text.append(" ".repeat(indent))
                .append(Ink.DIM.on(start, colored))
                .append(shown)
                .append('\n');
    }

    /** Wrapped text whose first line begins further left. */
    void item(int indent, int hanging, String content) {
        paragraph(indent, hanging, content, Ink.BOLD, false);
    }

    /** A line that begins with an inked word and ends flush right with another text. */
    void heading(String number, String inked, Ink ink, String rest, String right) {
        String prefix = number + " " + inked + " ";
        int room = width - prefix.length();
        List<String> lines = TextFlow.wrap(Visible.text(rest), Math.max(20, room - right.length() - 2));
        for (int index = 0; index < lines.size(); index++) {
            String start = index == 0 ? number + " " + ink.on(inked, colored) + " " : " ".repeat(prefix.length());
            int gap = width - prefix.length() - TextFlow.cells(lines.get(index)) - right.length();
            String end = index == 0 ? " ".repeat(Math.max(2, gap)) + Ink.DIM.on(right, colored) : "";
            text.append(start)
                    .append(Ink.BOLD.on(lines.get(index), colored))
                    .append(end)
                    .append('\n');
        }
    }

    private void paragraph(int indent, int hanging, String content, Ink ink, boolean inked) {
        List<String> lines = TextFlow.wrap(Visible.text(content), width - hanging);
        for (int index = 0; index < lines.size(); index++) {
            text.append(" ".repeat(index == 0 ? indent : hanging))
                    .append(ink.on(lines.get(index), inked && colored))
                    .append('\n');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
