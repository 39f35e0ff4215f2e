package io.watertight.code.fix;

import io.watertight.code.fix.NotebookCells.Part;
import io.watertight.code.fix.NotebookCells.Source;
import io.watertight.core.check.Fix.LineEdit;
import java.util.List;
import java.util.stream.Collectors;

/** A notebook's JSON text. An edit changes the strings of the lines it touches and not a byte besides: outputs stay as they are. */
record NotebookText(String text) implements EditableText {

    @Override
    public List<String> lines(int cell) {
        return EditableText.split(source(cell).value()).stream()
                .map(EditableText::withoutEnd)
                .toList();
    }

    private Source source(int cell) {
        List<Source> cells = NotebookCells.of(text);
        return cell < 1 || cell > cells.size() ? Source.NONE : cells.get(cell - 1);
    }

    @Override
    public NotebookText with(LineEdit edit) {
        Source source = source(edit.cell());
        String code = source.value();
        List<String> lines = EditableText.split(code);
        int from = length(lines.subList(0, edit.firstLine() - 1));
        int to = from + length(lines.subList(edit.firstLine() - 1, Math.max(edit.firstLine() - 1, edit.lastLine())));
        String before = code.substring(0, from);
        boolean ended = to < code.length() || EditableText.withoutEnd(code).length() < code.length();
        String fresh = EditableText.between(before, edit.replacement(), ended, EditableText.lineEnd(code));
        return new NotebookText(
                source.isList()
                        ? inList(source, from, to, fresh)
                        : inString(source.parts().get(0), from, to, fresh));
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(String::length).sum();
    }

    private String inString(Part part, int from, int to, String fresh) {
        return text.substring(0, raw(part, from)) + escaped(fresh) + text.substring(raw(part, to));
    }

    /** Where a character of a string's value stands in the JSON text. */
    private int raw(Part part, int index) {
        int at = part.start() + 1;
        for (int count = 0; count < index; count++) {
            at += text.charAt(at) != '\\' ? 1 : text.charAt(at + 1) == 'u' ? 6 : 2;
        }
        return at;
    }

    private String inList(Source source, int from, int to, String fresh) {
        List<Part> parts = source.parts();
        int first = partAt(parts, from);
        int start = length(parts, first);
        if (first == parts.size() || (from == to && from == start)) {
            return inserted(source, first, fresh);
        }
        int last = Math.max(first, partAt(parts, to - 1));
        int end = length(parts, last + 1);
        // What a touched string holds besides the replaced lines stays, as a line of its own.
        String value = parts.get(first).value().substring(0, from - start)
                + fresh
                + parts.get(last).value().substring(parts.get(last).value().length() - (end - to));
        if (value.isEmpty()) {
            return removed(parts, first, last);
        }
        return text.substring(0, parts.get(first).start())
                + strings(value, separator(source))
                + text.substring(parts.get(last).end());
    }

    private String inserted(Source source, int before, String fresh) {
        List<Part> parts = source.parts();
        if (fresh.isEmpty()) {
            return text;
        }
        String separator = separator(source);
        if (before < parts.size()) {
            int place = parts.get(before).start();
            return text.substring(0, place) + strings(fresh, separator) + separator + text.substring(place);
        }
        // Behind the last line: it may need an end, which the fresh text then begins with.
        int place = parts.get(before - 1).end();
        String rest = fresh.replaceFirst("^(\r\n|\n|\r)", "");
        String end = fresh.substring(0, fresh.length() - rest.length());
        return text.substring(0, place - 1)
                + escaped(end)
                + "\""
                + separator
                + strings(rest, separator)
                + text.substring(place);
    }

    private String removed(List<Part> parts, int first, int last) {
        if (last + 1 < parts.size()) {
            return text.substring(0, parts.get(first).start())
                    + text.substring(parts.get(last + 1).start());
        }
        int from = first > 0 ? parts.get(first - 1).end() : parts.get(first).start();
        return text.substring(0, from) + text.substring(parts.get(last).end());
    }

    private static int length(List<Part> parts, int count) {
        return parts.subList(0, count).stream()
                .mapToInt(part -> part.value().length())
                .sum();
    }

    /** The string that holds a character; behind the last one, their number. */
    private static int partAt(List<Part> parts, int index) {
        int end = 0;
        for (int number = 0; number < parts.size(); number++) {
            end += parts.get(number).value().length();
            if (index < end) {
                return number;
            }
        }
        return parts.size();
    }

    /** What stands between the strings of the list. */
    private String separator(Source source) {
        List<Part> parts = source.parts();
        return parts.size() > 1
                ? text.substring(parts.get(0).end(), parts.get(1).start())
                : "," + text.substring(source.start() + 1, parts.get(0).start());
    }

    private String strings(String code, String separator) {
        return EditableText.split(code).stream()
                .map(line -> "\"" + escaped(line) + "\"")
                .collect(Collectors.joining(separator));
    }

    /** As the notebook escapes: beyond ASCII only if it does so itself. */
    private String escaped(String code) {
        boolean ascii = text.chars().allMatch(character -> character < 128) && text.contains("\\u");
        StringBuilder json = new StringBuilder();
        for (int at = 0; at < code.length(); at++) {
            char character = code.charAt(at);
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default ->
                    json.append(
                            character < 32 || (ascii && character > 126)
                                    ? String.format("\\u%04x", (int) character)
                                    : String.valueOf(character));
            }
        }
        return json.toString();
    }
}
