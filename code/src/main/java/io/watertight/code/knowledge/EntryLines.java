package io.watertight.code.knowledge;

import io.watertight.core.study.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the narrow YAML that the bundled files are written in: block maps, and on each line one value in flow style. It is there for speed: a
 * program that has just started needs a second to load a whole YAML parser, and this takes a few hundredths. A test holds that both
 * read the bundled files alike; whatever this one does not understand is left to the other.
 */
final class EntryLines {

    private final List<String> lines;
    private int next;
    private String line = "";
    private int at;

    private EntryLines(String text) {
        this.lines = text.lines().toList();
    }

    /** The nodes of the text; empty if it is not written in the narrow form. */
    static Optional<YamlNode> read(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter != '\n' && (letter < ' ' || letter > '~')) {
                return Optional.empty();
            }
        }
        try {
            EntryLines reader = new EntryLines(text);
            int first = reader.skipBlank();
            YamlNode root = reader.map(0, first + 1);
            return reader.next == reader.lines.size() ? Optional.of(root) : Optional.empty();
        } catch (NotNarrow wider) {
            return Optional.empty();
        }
    }

    private static final class NotNarrow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNarrow() {
            super("not in the narrow form", null, false, false);
        }
    }

    /** Goes to the next line with something on it, and gives its index. */
    private int skipBlank() {
        while (next < lines.size()
                && (lines.get(next).isEmpty() || lines.get(next).charAt(0) == '#')) {
            next++;
        }
        return next;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** A block map whose keys stand in column {@code indent}. */
    private YamlNode map(int indent, int firstLine) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (skipBlank() < lines.size() && indent(lines.get(next)) == indent) {
            line = lines.get(next++);
            int number = next;
            at = indent;
            String key = word(":");
            expect(':');
            if (at == line.length()) {
                int deeper = skipBlank() < lines.size() ? indent(lines.get(next)) : 0;
                if (deeper <= indent) {
                    throw new NotNarrow();
                }
                entries.add(new YamlNode.Entry(key, map(deeper, next + 1), number));
            } else {
                expect(' ');
                boolean flow = peek() == '{' || peek() == '[';
                YamlNode value = flow ? value(number) : new YamlNode.Scalar(plain(), false, number);
                if (at != line.length()) {
                    throw new NotNarrow();
                }
                entries.add(new YamlNode.Entry(key, value, number));
            }
        }
        return new YamlNode.Entries(entries, firstLine);
    }

    /** The rest of the line as it stands, if it can only be plain text. */
    private String plain() {
        String rest = line.substring(at);
        at = line.length();
        if (rest.isBlank()
                || rest.endsWith(" ")
                || rest.endsWith(":")
                || rest.contains(": ")
                || rest.contains(" #")
                || " \"'&*!|>%@`{}[],?:-#".indexOf(rest.charAt(0)) >= 0) {
            throw new NotNarrow();
        }
        return rest;
    }

    private YamlNode value(int number) {
        return switch (peek()) {
            case '{' -> flowMap(number);
            case '[' -> flowList(number);
            case '"' -> quoted(number);
            default -> new YamlNode.Scalar(word(",]}"), false, number);
        };
    }

    private YamlNode flowMap(int number) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        expect('{');
        while (peek() != '}') {
            if (!entries.isEmpty()) {
                expect(',');
                expect(' ');
            }
            String key = word(":");
            expect(':');
            expect(' ');
            entries.add(new YamlNode.Entry(key, value(number), number));
        }
        expect('}');
        return new YamlNode.Entries(entries, number);
    }

    private YamlNode flowList(int number) {
        List<YamlNode> items = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
                expect(' ');
            }
            items.add(value(number));
        }
        expect(']');
        return new YamlNode.Items(items, number);
    }

    private YamlNode quoted(int number) {
        expect('"');
        int end = line.indexOf('"', at);
        if (end < 0 || line.indexOf('\\', at) >= 0) {
            throw new NotNarrow();
        }
        String text = line.substring(at, end);
        at = end + 1;
        return new YamlNode.Scalar(text, false, number);
    }

    /** Letters, digits, dots, underscores and hyphens up to one of the ends. */
    private String word(String ends) {
        int begin = at;
        while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
            char letter = line.charAt(at);
            if (!Character.isLetterOrDigit(letter) && letter != '.' && letter != '_' && letter != '-') {
                throw new NotNarrow();
            }
            at++;
        }
        String word = line.substring(begin, at);
        if (word.isEmpty() || word.startsWith("-") || word.equals("null")) {
            throw new NotNarrow();
        }
        return word;
    }

    private char peek() {
        if (at >= line.length()) {
            throw new NotNarrow();
        }
        return line.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new NotNarrow();
        }
        at++;
    }
}
