package io.watertight.app.report;

import java.util.Locale;

/**
 * A static picture being drawn. Colours come from the page's style sheet by class, so that it follows light and dark; text is
 * escaped. Not thread-safe.
 */
final class Svg {

    private final StringBuilder body = new StringBuilder();
    private final String id;
    private final int width;
    private final int height;
    private final String title;
    private final String description;

    /**
     * @param id unique on the page
     * @param title what it shows, for a screen reader
     * @param description what a reader would see in it
     */
    Svg(String id, int width, int height, String title, String description) {
        this.id = id;
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
    }

    Svg rect(double x, double y, double wide, double high, String style) {
        return rect(x, y, wide, high, style, "");
    }

    /** With a hint that shows when the pointer rests on it. */
    Svg rect(double x, double y, double wide, double high, String style, String hint) {
        body.append(format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"",
                style, x, y, Math.max(0, wide), Math.max(0, high)));
        return close("rect", hint);
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        body.append(
                format("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", style, x1, y1, x2, y2));
        return this;
    }

    /** Straight lines from point to point: x, y, x, y, ... */
    Svg path(String style, double... points) {
        StringBuilder list = new StringBuilder();
        for (int index = 0; index < points.length; index += 2) {
            list.append(format(index == 0 ? "%.1f,%.1f" : " %.1f,%.1f", points[index], points[index + 1]));
        }
        body.append("<polyline class=\"")
                .append(style)
                .append("\" points=\"")
                .append(list)
                .append("\"/>");
        return this;
    }

    /** A small round mark, for clouds of them. */
    Svg dot(double x, double y, String style, String hint) {
        body.append(format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"", style, x, y, 3.2));
        return close("circle", hint);
    }

    /** One of four marks that differ in form, not in colour alone: circle, diamond, square, triangle. */
    Svg mark(int kind, double x, double y, String style, String hint) {
        double r = 5;
        switch (kind % 4) {
            case 0 ->
                body.append(format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"", style, x, y, r - 0.4));
            case 1 -> polygon(style, x, y - r - 1, x + r + 1, y, x, y + r + 1, x - r - 1, y);
            case 2 ->
                polygon(style, x - r + 1, y - r + 1, x + r - 1, y - r + 1, x + r - 1, y + r - 1, x - r + 1, y + r - 1);
            default -> polygon(style, x, y - r, x + r, y + r - 1, x - r, y + r - 1);
        }
        return close(kind % 4 == 0 ? "circle" : "polygon", hint);
    }

    private void polygon(String style, double... points) {
        StringBuilder list = new StringBuilder();
        for (int index = 0; index < points.length; index += 2) {
            list.append(format(index == 0 ? "%.1f,%.1f" : " %.1f,%.1f", points[index], points[index + 1]));
        }
        body.append("<polygon class=\"")
                .append(style)
                .append("\" points=\"")
                .append(list)
                .append('"');
    }

    /** Half an ellipse above a line, from one point of it to another. */
    Svg arc(double from, double to, double y, double rise, String style, String hint) {
        body.append(format(
                "<path class=\"%s\" d=\"M%.1f %.1fA%.1f %.1f 0 0 1 %.1f %.1f\"",
                style, from, y, Math.abs(to - from) / 2, rise, to, y));
        return close("path", hint);
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, String style, String anchor, String text) {
        body.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", style, x, y, anchor))
                .append(escape(text))
                .append("</text>");
        return this;
    }

    private Svg close(String element, String hint) {
        if (hint.isEmpty()) {
            body.append("/>");
        } else {
            body.append("><title>")
                    .append(escape(hint))
                    .append("</title></")
                    .append(element)
                    .append('>');
        }
        return this;
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ENGLISH, pattern, arguments);
    }

    /** Cut to about this many characters, for labels beside an axis. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return format(
                        "<svg class=\"plot\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                                + " aria-labelledby=\"%s-t %s-d\">",
                        width, height, width, height, id, id)
                + "<title id=\"" + id + "-t\">" + escape(title) + "</title><desc id=\"" + id + "-d\">"
                + escape(description) + "</desc>" + body + "</svg>";
    }
}
