package io.watertight.code.internal.parse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Says in Python 3.12 what only Python 3.14 can say, every name at the same place: {@code except A, B:} (PEP 758) and template strings
 * (PEP 750).
 */
final class NewerPython {

    private static final Pattern EXCEPT =
            Pattern.compile("^(\\s*except\\s*\\*?)\\s([^():#]+,[^():#]*[^():#\\s,])(\\s*:)");
    private static final Pattern TEMPLATE = Pattern.compile("(?<![\\w\"'])([rR]?)[tT]([rR]?)(?=[\"'])");

    private NewerPython() {}

    /** The lines, changed or the same. */
    static List<String> inOlderWords(List<String> lines) {
        return lines.stream().map(NewerPython::inOlderWords).toList();
    }

    private static String inOlderWords(String line) {
        String grouped = line.contains("except") ? EXCEPT.matcher(line).replaceFirst("$1($2)$3") : line;
        return TEMPLATE.matcher(grouped).replaceAll("$1f$2");
    }
}
