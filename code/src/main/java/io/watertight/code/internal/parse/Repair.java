package io.watertight.code.internal.parse;

import io.watertight.code.internal.text.LexicalState;
import io.watertight.code.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads one statement of the outermost level; within it, puts {@code pass} in the place of broken lines. */
final class Repair {

    private static final int TRIES = 40;

    private final GraalGrammar grammar;
    private final Mistakes mistakes;

    Repair(GraalGrammar grammar, Mistakes mistakes) {
        this.grammar = grammar;
        this.mistakes = mistakes;
    }

    /** @param skipped how many lines of the cell come before these */
    List<Statement> parse(List<String> lines, int skipped) {
        if (Character.isWhitespace(lines.get(0).charAt(0))) {
            return indented(lines, skipped);
        }
        var patched = new ArrayList<>(lines);
        var found = new Mistakes();
        int last = -1;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                List<Statement> body = grammar.parse(patched, skipped);
                mistakes.addAll(found);
                return body;
            } catch (Unreadable unreadable) {
                int line = unreadable.line() - skipped - 1;
                boolean hopeless = line <= last || line == 0 || !patch(patched, line);
                if (hopeless) {
                    mistakes.add(skipped + 1, skipped + lines.size(), unreadable, lines);
                    return List.of();
                }
                found.add(unreadable.line(), unreadable.line(), unreadable, lines);
                last = line;
            }
        }
        mistakes.add(skipped + 1, skipped + lines.size(), "too many mistakes within");
        return List.of();
    }

    /** A cell that was pasted with its indentation, as IPython allows. */
    private List<Statement> indented(List<String> lines, int skipped) {
        var wrapped = new ArrayList<String>();
        wrapped.add("if True:");
        wrapped.addAll(lines);
        try {
            return grammar.parse(wrapped, skipped - 1).stream()
                    .flatMap(statement -> statement instanceof Statement.If block
                            ? block.body().stream()
                            : List.of(statement).stream())
                    .toList();
        } catch (Unreadable unreadable) {
            mistakes.add(skipped + 1, skipped + lines.size(), unreadable, lines);
            return List.of();
        }
    }

    /** Puts {@code pass} in the place of a statement; false if that cannot help, because other lines depend on it. */
    private static boolean patch(List<String> lines, int line) {
        int first = 0;
        int end = 0;
        var state = new LexicalState();
        while (end <= line || (end < lines.size() && !state.atStart())) {
            first = state.atStart() ? end : first;
            state.read(lines.get(end++));
        }
        if (!state.atStart()) {
            first = line;
            end = line + 1;
        }
        String code = lines.get(first).strip();
        String last = lines.get(end - 1).strip();
        if (code.isEmpty() || last.endsWith(":") || code.equals("pass")) {
            return false;
        }
        lines.set(first, lines.get(first).substring(0, lines.get(first).indexOf(code)) + "pass");
        for (int other = first + 1; other < end; other++) {
            lines.set(other, "");
        }
        return true;
    }
}
