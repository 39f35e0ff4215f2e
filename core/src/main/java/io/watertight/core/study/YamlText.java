package io.watertight.core.study;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as YAML writes them: bare where nobody can misread them, in double quotes otherwise. */
final class YamlText {

    /** Bare words hold no character that means something to YAML, and neither begin nor end with a blank. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z_/.][\\w./+-]*( [\\w./+-]+)*");

    /** Old and new YAML read these as something else than a word. */
    private static final Set<String> TAKEN =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", ".", "..");

    private YamlText() {}

    static String of(String text) {
        if (BARE.matcher(text).matches()
                && !text.startsWith("...")
                && !TAKEN.contains(text.toLowerCase(Locale.ROOT))
                && !text.matches("[.\\d_]+([eE][+-]?\\d*)?")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            switch (next) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isUnsafe(text, index)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) next));
                    } else {
                        quoted.append(next);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isUnsafe(String text, int index) {
        char next = text.charAt(index);
        if (Character.isSurrogate(next)) {
            boolean paired = Character.isHighSurrogate(next)
                    ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                    : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
            return !paired;
        }
        int type = Character.getType(next);
        return Character.isISOControl(next)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED
                || next >= '\uFFF0';
    }

    /** A list on one line. */
    static String list(List<String> words) {
        return words.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** One word as it is, several as a list. */
    static String oneOrList(List<String> words) {
        return words.size() == 1 ? of(words.get(0)) : list(words);
    }

    /** Words for a comment: on one line, without characters that could end it. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }
}
