package io.watertight.core.report;

/**
 * Makes harmless what a name, a message or a value may carry: control characters that steer a terminal, marks that turn the
 * direction of reading, line separators and halves of surrogate pairs. Each becomes its code point in angle quotes, so that a
 * reader sees that something was there.
 */
public final class Visible {

    private Visible() {}

    /** The text on one line, safe to print; what a writer's own format needs escaped is still to be escaped. */
    public static String text(String raw) {
        StringBuilder safe = null;
        for (int at = 0; at < raw.length(); ) {
            int point = raw.codePointAt(at);
            boolean harmless = !isTreacherous(point);
            if (!harmless && safe == null) {
                safe = new StringBuilder(raw.length() + 16).append(raw, 0, at);
            }
            if (safe != null) {
                if (harmless) {
                    safe.appendCodePoint(point);
                } else {
                    safe.append(String.format("‹%02X›", point));
                }
            }
            at += Character.charCount(point);
        }
        return safe == null ? raw : safe.toString();
    }

    /** Whether a character can change how the text around it is shown. */
    static boolean isTreacherous(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // The joiner of emoji and of Indic scripts is the one format character that honest names need.
            case Character.FORMAT -> point != 0x200D && point != 0x200C;
            default -> point == 0xFFFE || point == 0xFFFF;
        };
    }
}
