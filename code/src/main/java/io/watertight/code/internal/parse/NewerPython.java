package io.watertight.code.internal.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in Python 3.12 what only Python 3.13 and 3.14 can say, every name at the same place: defaults of type parameters (PEP 696, left
 * out), {@code except A, B:} (PEP 758) and template strings (PEP 750).
 */
final class NewerPython {

    private static final Pattern EXCEPT =
            Pattern.compile("^(\\s*except\\s*\\*?)\\s([^():#]+,[^():#]*[^():#\\s,])(\\s*:)");
    private static final Pattern TEMPLATE = Pattern.compile("(?<![\\w\"'])([rR]?)[tT]([rR]?)(?=[\"'])");

    private static final Pattern GENERIC = Pattern.compile("^\\s*(?:async\\s+)?(?:class|def|type)\\s+\\w+\\s*\\[");

    private NewerPython() {}

    /** The lines, changed or the same. */
    static List<String> inOlderWords(List<String> lines) {
        return lines.stream().map(NewerPython::inOlderWords).toList();
    }

    private static String inOlderWords(String line) {
        String grouped = line.contains("except") ? EXCEPT.matcher(line).replaceFirst("$1($2)$3") : line;
        Matcher generic = GENERIC.matcher(grouped);
        String plain = generic.find() ? withoutDefaults(grouped, generic.end()) : grouped;
        return TEMPLATE.matcher(plain).replaceAll("$1f$2");
    }

    /** @param start behind the bracket that opens the type parameters */
    private static String withoutDefaults(String line, int start) {
        var result = new StringBuilder(line);
        int depth = 1;
        boolean inDefault = false;
        for (int i = start; i < line.length() && depth > 0; i++) {
            char character = line.charAt(i);
            depth += "[({".indexOf(character) >= 0 ? 1 : "])}".indexOf(character) >= 0 ? -1 : 0;
            inDefault = depth > 0 && (depth > 1 ? inDefault : character == '=' || inDefault && character != ',');
            if (inDefault) {
                result.setCharAt(i, ' ');
            }
        }
        return result.toString();
    }
}
