package io.watertight.code.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Python chunks of Quarto and R Markdown documents. */
final class ChunkReader {

    private static final Pattern FENCE =
            Pattern.compile("\\s*(`{3,}|~{3,})\\s*\\{\\s*([A-Za-z][\\w+-]*)\\b([^}]*)\\}\\s*");
    private static final Pattern ANY_FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern NOT_RUN = Pattern.compile(".*\\beval\\s*=\\s*(?:FALSE|F|false)\\b.*");
    private static final Pattern NOT_RUN_OPTION = Pattern.compile("\\s*#\\|\\s*eval\\s*:\\s*false\\s*");

    private ChunkReader() {}

    static CodeFile read(String name, CodeFile.Form form, List<String> lines, List<String> notices) {
        var collector = new CellCollector(name, notices);
        int number = 0;
        int line = 0;
        while (line < lines.size()) {
            Matcher any = ANY_FENCE.matcher(lines.get(line));
            if (!any.matches()) {
                line++;
                continue;
            }
            int end = end(lines, line + 1, any.group(1));
            Matcher fence = FENCE.matcher(lines.get(line));
            if (fence.matches()) {
                number++;
                chunk(lines, line + 1, end, number, fence, collector);
            }
            line = end + 1;
        }
        return collector.file(form);
    }

    private static void chunk(
            List<String> lines, int start, int end, int number, Matcher fence, CellCollector collector) {
        String language = fence.group(2).toLowerCase(Locale.ROOT);
        boolean run = !NOT_RUN.matcher(fence.group(3)).matches()
                && lines.subList(start, end).stream()
                        .noneMatch(line -> NOT_RUN_OPTION.matcher(line).matches());
        if (!language.equals("python") && !language.equals("python3")) {
            collector.skip(number, "{" + fence.group(2) + "}");
        } else if (!run) {
            collector.skip(number, "a chunk with eval = FALSE");
        } else {
            collector.add(number, CellLines.of(lines, start, end), 0, true);
        }
    }

    /** The line of the closing fence, or behind the last line if it is missing. */
    private static int end(List<String> lines, int start, String fence) {
        for (int line = start; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (text.startsWith(fence) && text.chars().allMatch(character -> character == fence.charAt(0))) {
                return line;
            }
        }
        return lines.size();
    }
}
