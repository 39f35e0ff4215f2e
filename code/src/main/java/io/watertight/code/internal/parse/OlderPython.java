package io.watertight.code.internal.parse;

import io.watertight.code.internal.text.LexicalState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the {@code print} of Python 2 in Python 3, every name at the same place: what is printed is often a score. */
final class OlderPython {

    private static final Pattern PRINT = Pattern.compile(
            "^(\\s*(?:(?:for|if|elif|else|while|try|except|finally|with)\\b.*:\\s*)?print)\\s(\\s*(?:>>[^,]*,)?\\s*(?=[\"'\\w\\[{]).*)$");
    private static final Pattern FILE = Pattern.compile("^\\s*>>[^,]*,");
    private static final Pattern OPERATOR = Pattern.compile("^\\s*(?:in|is|if|and|or|not in|else)\\b.*");

    private OlderPython() {}

    /** The lines, changed or the same. */
    static List<String> inNewerWords(List<String> lines) {
        var newer = new ArrayList<String>();
        var state = new LexicalState();
        boolean open = false;
        for (String line : lines) {
            String said = state.atStart() ? opened(line) : line;
            open |= !said.equals(line);
            int comment = state.read(line);
            boolean ends = open && state.atStart();
            newer.add(ends ? closed(said, comment) : said);
            open &= !ends;
        }
        return newer;
    }

    private static String opened(String line) {
        Matcher matcher = PRINT.matcher(line);
        if (!matcher.matches()
                || line.contains(";")
                || OPERATOR.matcher(matcher.group(2)).matches()) {
            return line;
        }
        Matcher file = FILE.matcher(matcher.group(2));
        String printed =
                file.find() ? " ".repeat(file.end()) + matcher.group(2).substring(file.end()) : matcher.group(2);
        return matcher.group(1) + "(" + printed;
    }

    /** @param comment where the comment begins, -1 without one */
    private static String closed(String line, int comment) {
        String code = comment < 0 ? line : line.substring(0, comment);
        int end = code.stripTrailing().length();
        return line.substring(0, end) + ")" + line.substring(end);
    }
}
