package io.watertight.code.repair;

import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edit being written, statement by statement. Not thread-safe. */
final class Draft {

    /** A piece of text in the place of another. */
    record Patch(Span span, String text) {}

    private static final class Change {
        private boolean deleted;
        private final List<Patch> patches = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        private final List<String> behind = new ArrayList<>();
    }

    private final IdentityHashMap<Statement, Change> changes = new IdentityHashMap<>();
    private final Map<Statement, Boolean> order = new LinkedHashMap<>();

    private Change change(Statement statement) {
        order.put(statement, true);
        return changes.computeIfAbsent(statement, unused -> new Change());
    }

    Draft delete(Statement statement) {
        change(statement).deleted = true;
        return this;
    }

    /** Puts a text in the place of a part of a statement. */
    Draft patch(Statement statement, Span part, String text) {
        change(statement).patches.add(new Patch(part, text));
        return this;
    }

    /** Adds a line behind a statement, indented as it is. */
    Draft behind(Statement statement, String line) {
        change(statement).behind.add(Text.indentation(statement.span()) + line);
        return this;
    }

    /** Adds a line before a statement, indented as it is. */
    Draft before(Statement statement, String line) {
        change(statement).before.add(Text.indentation(statement.span()) + line);
        return this;
    }

    Fix.CodeEdit finish(String summary) {
        List<Fix.LineEdit> edits = new ArrayList<>();
        for (Statement statement : order.keySet()) {
            Change change = change(statement);
            Span span = statement.span();
            List<String> lines = new ArrayList<>(change.before);
            boolean replaces = change.deleted || !change.patches.isEmpty();
            if (replaces && !change.deleted) {
                lines.addAll(patched(span, change.patches));
            }
            int first = replaces || change.behind.isEmpty() ? span.line() : span.endLine() + 1;
            int last = replaces ? span.endLine() : first - 1;
            lines.addAll(change.behind);
            edits.add(new Fix.LineEdit(span.cell().file(), span.cell().number(), first, last, lines));
        }
        edits.sort(Comparator.comparingInt(Fix.LineEdit::cell).thenComparingInt(Fix.LineEdit::firstLine));
        return new Fix.CodeEdit(summary, edits);
    }

    /** The lines of a statement, with what stands before and behind it, and the patches in it. */
    private static List<String> patched(Span span, List<Patch> patches) {
        Span whole = new Span(
                span.cell(),
                span.line(),
                0,
                span.endLine(),
                span.cell().line(span.endLine()).length());
        return patch(whole, patches).lines().toList();
    }

    /** The text of a span, with patches in it. */
    static String patch(Span whole, List<Patch> patches) {
        StringBuilder text = new StringBuilder(Text.of(whole));
        patches.stream()
                .sorted(Comparator.comparingInt((Patch patch) ->
                                offset(whole, patch.span().line(), patch.span().column()))
                        .reversed())
                .forEach(patch -> text.replace(
                        offset(whole, patch.span().line(), patch.span().column()),
                        offset(whole, patch.span().endLine(), patch.span().endColumn()),
                        patch.text()));
        return text.toString();
    }

    private static int offset(Span whole, int line, int column) {
        int offset = line == whole.line() ? column - whole.column() : column;
        for (int before = whole.line(); before < line; before++) {
            int length = whole.cell().line(before).length();
            offset += 1 + (before == whole.line() ? length - whole.column() : length);
        }
        return offset;
    }
}
