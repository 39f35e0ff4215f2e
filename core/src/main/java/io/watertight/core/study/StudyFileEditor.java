package io.watertight.core.study;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes a study file line by line, so that a person's comments, order and blanks stay as they are. It knows the forms that
 * people write; whoever uses it reads the outcome again, because a form it does not know must not become a silent loss.
 */
final class StudyFileEditor {

    private static final Pattern TOP_KEY = Pattern.compile("([A-Za-z-]+|\"[A-Za-z-]+\"|'[A-Za-z-]+')\\s*:(\\s.*|$)");

    /** A value, then perhaps a comment. Quoted values may hold the comment sign. */
    private static final Pattern VALUE = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'|(?:[^#\\s]|(?<!\\s)#|[^\\S\\n]+(?![#\\s]))*+)(\\s*(?:#.*)?)");

    /** A value in braces, where words in quotes may hold braces and the comment sign. */
    private static final Pattern BRACES = Pattern.compile("\\{(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\"{}])*+\\}");

    private final List<String> lines;
    private final String lineEnd;
    private final String wanted;

    StudyFileEditor(String text) {
        this(split(text), text.contains("\r\n") ? "\r\n" : "\n", "");
    }

    private StudyFileEditor(List<String> lines, String lineEnd, String wanted) {
        this.lines = lines;
        this.lineEnd = lineEnd;
        this.wanted = wanted;
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    String text() {
        return lines.isEmpty() ? "" : String.join(lineEnd, lines) + lineEnd;
    }

    /** What the change would have added, for a person who must do it by hand. */
    String wanted() {
        return wanted;
    }

    StudyFileEditor set(String key, String value) {
        String line = key + ": " + YamlText.of(value);
        List<String> edited = new ArrayList<>(lines);
        int at = find(edited, key);
        if (at < 0) {
            edited.add(line);
        } else {
            edited.set(at, line + commentOf(valueOf(edited.get(at))));
            edited.subList(at + 1, endOf(edited, at)).clear();
        }
        return new StudyFileEditor(edited, lineEnd, line);
    }

    StudyFileEditor put(String section, String key, String value) {
        return putAsIs(section, key, YamlText.of(value));
    }

    /** @param value as YAML writes it, on one line */
    StudyFileEditor putAsIs(String section, String key, String value) {
        String entry = YamlText.of(key) + ": " + value;
        String by = section + ":" + System.lineSeparator() + "  " + entry;
        List<String> edited = new ArrayList<>(lines);
        int at = open(edited, section, "{", entry);
        if (at >= 0) {
            int end = endOf(edited, at);
            int same = entryOf(edited, at + 1, end, key);
            if (isList(edited, at + 1, end)) {
                String item = "- {columns: " + YamlText.list(List.of(key)) + ", known-at: " + value + "}";
                edited.add(end, indentOf(edited, at + 1, end) + item);
            } else if (same >= 0) {
                String old = edited.get(same);
                String indent =
                        old.substring(0, old.length() - old.stripLeading().length());
                String rest = old.stripLeading();
                edited.set(same, indent + entry + commentBehind(valueOf(rest)));
            } else {
                edited.add(end, indentOf(edited, at + 1, end) + entry);
            }
        }
        return new StudyFileEditor(edited, lineEnd, by);
    }

    StudyFileEditor append(String section, List<String> item) {
        String by = section + ":" + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", item);
        String first = item.get(0).substring(2);
        String inline = first.contains(": ")
                ? "{" + first
                        + item.subList(1, item.size()).stream()
                                .map(line -> ", " + line.strip())
                                .collect(Collectors.joining())
                        + "}"
                : first;
        List<String> edited = new ArrayList<>(lines);
        int at = open(edited, section, "[", inline);
        if (at >= 0) {
            int end = endOf(edited, at);
            String indent = indentOf(edited, at + 1, end);
            edited.addAll(end, item.stream().map(line -> indent + line).toList());
        }
        return new StudyFileEditor(edited, lineEnd, by);
    }

    /**
     * Finds a section, or begins it at the end, and makes room for lines below it.
     *
     * @return the line of the section; -1 if it is written on one line, in which the entry has been put
     */
    private static int open(List<String> lines, String section, String bracket, String entry) {
        int at = find(lines, section);
        if (at < 0) {
            lines.add("");
            lines.add(section + ":");
            return lines.size() - 1;
        }
        String line = lines.get(at);
        String value = valueOf(line);
        String plain = value.strip();
        if (plain.startsWith("{") || plain.startsWith("[")) {
            String close = plain.startsWith("{") ? "}" : "]";
            int last = line.lastIndexOf(close);
            int first = line.indexOf(plain.charAt(0));
            if (last > first && line.substring(first + 1, last).isBlank()) {
                lines.set(at, line.substring(0, first).stripTrailing() + line.substring(last + 1));
                return at;
            }
            if (last > first && plain.startsWith(bracket)) {
                lines.set(at, line.substring(0, last).stripTrailing() + ", " + entry + line.substring(last));
            }
            return -1;
        }
        Matcher matcher = VALUE.matcher(plain);
        String word = matcher.matches() ? matcher.group(1) : "";
        if (word.equals("null")) {
            lines.set(at, section + ":" + commentOf(value));
        } else if (!word.isEmpty() && bracket.equals("[")) {
            lines.set(at, section + ": [" + word + ", " + entry + "]" + commentOf(value));
            return -1;
        }
        return at;
    }

    private static int find(List<String> lines, String key) {
        for (int index = 0; index < lines.size(); index++) {
            String line = index == 0 && lines.get(0).startsWith("\uFEFF")
                    ? lines.get(0).substring(1)
                    : lines.get(index);
            Matcher matcher = TOP_KEY.matcher(line);
            if (matcher.matches() && matcher.group(1).replaceAll("[\"']", "").equals(key)) {
                return index;
            }
        }
        return -1;
    }

    /** The line after the last one that belongs to the section: comments and blank lines at its end belong to what follows. */
    private static int endOf(List<String> lines, int section) {
        int end = section + 1;
        for (int index = section + 1; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ") && !line.startsWith("- ") && !line.equals("-")) {
                break;
            }
            end = index + 1;
        }
        return end;
    }

    private static boolean isContent(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#");
    }

    private static String indentOf(List<String> lines, int from, int to) {
        for (String line : lines.subList(from, to)) {
            if (isContent(line)) {
                return line.substring(0, line.length() - line.stripLeading().length());
            }
        }
        return "  ";
    }

    private static boolean isList(List<String> lines, int from, int to) {
        return lines.subList(from, to).stream()
                .filter(StudyFileEditor::isContent)
                .findFirst()
                .filter(line -> line.stripLeading().startsWith("-"))
                .isPresent();
    }

    private static int entryOf(List<String> lines, int from, int to, String key) {
        for (int index = from; index < to; index++) {
            String line = lines.get(index).stripLeading();
            for (String spelling : List.of(YamlText.of(key), key, "\"" + key + "\"", "'" + key + "'")) {
                if (line.startsWith(spelling + ":")) {
                    return index;
                }
            }
        }
        return -1;
    }

    /** What follows the key of a line; keys in quotes may hold a colon. */
    private static String valueOf(String line) {
        int from = 0;
        if (line.startsWith("\"") || line.startsWith("'")) {
            from = line.indexOf(line.charAt(0) + ":", 1);
        }
        int colon = line.indexOf(':', Math.max(0, from));
        return colon < 0 ? "" : line.substring(colon + 1);
    }

    private static String commentBehind(String value) {
        Matcher braces = BRACES.matcher(value.strip());
        return commentOf(braces.lookingAt() ? "{}" + value.strip().substring(braces.end()) : value);
    }

    private static String commentOf(String value) {
        Matcher matcher = VALUE.matcher(value.strip());
        if (!matcher.matches() || matcher.group(2).isBlank()) {
            return "";
        }
        String comment = matcher.group(2);
        return Character.isWhitespace(comment.charAt(0)) ? comment : "   " + comment;
    }
}
