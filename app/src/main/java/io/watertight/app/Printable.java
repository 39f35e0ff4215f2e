package io.watertight.app;

/** Text that a terminal shows and does not obey: names of columns and files may hold escape sequences. */
final class Printable {

    private Printable() {}

    /** The text with control and direction characters written as codes; line ends stay. */
    static String of(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || (point != '\t' && isSafe(point))) {
                result.appendCodePoint(point);
            } else if (point == '\t') {
                result.append(' ');
            } else if (point != '\r') {
                result.append(String.format("\\u{%x}", point));
            }
        });
        return result.toString();
    }

    private static boolean isSafe(int point) {
        if (point == 0x200D) {
            return true; // joins the parts of an emoji
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
