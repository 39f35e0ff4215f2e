package io.watertight.code.repair;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code as it is written: edits keep the words of whoever wrote it. */
final class Text {

    private Text() {}

    /** What a span holds; its lines are parted by a line feed. */
    static String of(Span span) {
        List<String> lines = lines(span);
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).substring(0, span.endColumn()));
        lines.set(0, lines.get(0).substring(span.column()));
        return String.join("\n", lines);
    }

    /** The whole lines that a span touches. */
    static List<String> lines(Span span) {
        List<String> lines = new ArrayList<>();
        for (int line = span.line(); line <= span.endLine(); line++) {
            lines.add(span.cell().line(line));
        }
        return lines;
    }

    static String indentation(Span span) {
        String line = span.cell().line(span.line());
        return line.substring(0, Math.min(span.column(), line.length() - line.stripLeading().length()));
    }

    /** Whether nothing else stands on the lines of a statement, but perhaps a comment behind it. */
    static boolean isAlone(Statement statement) {
        Span span = statement.span();
        String before = span.cell().line(span.line()).substring(0, span.column());
        String behind = span.cell().line(span.endLine()).substring(span.endColumn()).strip();
        boolean continues = span.line() > 1 && span.cell().line(span.line() - 1).endsWith("\\");
        return before.isBlank() && !continues && (behind.isEmpty() || behind.startsWith("#"));
    }

    /** Whether a comment would be lost with the statement, or a line of it taken for one. */
    static boolean hasInnerComment(Statement statement) {
        return statement.span().endLine() > statement.span().line() && Text.of(statement.span()).contains("#");
    }

    /**
     * Whether a name occurs in the text of a statement; also in its strings, for frames are queried by strings. Not as an attribute or as
     * the keyword of an argument, nor in a function whose parameter it is.
     */
    static boolean mentions(Statement statement, String name) {
        if (statement instanceof Statement.FunctionDefinition function && isParameter(function, name)) {
            return false;
        }
        if (statement instanceof Statement.ClassDefinition type) {
            return type.body().stream().anyMatch(part -> mentions(part, name));
        }
        return mentions(of(statement.span()), name);
    }

    static boolean mentions(String text, String name) {
        Matcher matcher = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)").matcher(text);
        while (matcher.find()) {
            if (!isKeyword(text, matcher.start(), matcher.end()) && !isCommented(text, matcher.start())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParameter(Statement.FunctionDefinition function, String name) {
        return Stream.concat(
                        function.parameters().positional().stream(), function.parameters().keywordOnly().stream())
                .anyMatch(parameter -> parameter.name().equals(name));
    }

    /** {@code f(name=1)}: behind a bracket or a comma, and with one equals sign. */
    private static boolean isKeyword(String text, int start, int end) {
        String before = text.substring(0, start).stripTrailing();
        String behind = text.substring(end).stripLeading();
        return (before.endsWith("(") || before.endsWith(",")) && behind.startsWith("=") && !behind.startsWith("==");
    }

    /** Behind a number sign that no quote precedes on its line. */
    private static boolean isCommented(String text, int at) {
        String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
        int sign = line.indexOf('#');
        return sign >= 0 && line.substring(0, sign).indexOf('\'') < 0 && line.substring(0, sign).indexOf('"') < 0;
    }

    /** A name that occurs nowhere in the cells. */
    static String unused(String wanted, Iterable<CodeCell> cells) {
        StringBuilder all = new StringBuilder();
        cells.forEach(cell -> all.append(cell.text()));
        String name = wanted;
        for (int number = 2; mentions(all.toString(), name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
