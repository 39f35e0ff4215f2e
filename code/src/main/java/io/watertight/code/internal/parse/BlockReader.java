package io.watertight.code.internal.parse;

import io.watertight.code.internal.text.LexicalState;
import io.watertight.code.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads code with mistakes: each statement of the outermost level on its own, so that a broken one costs only itself. */
final class BlockReader {

    private static final int MANY = 500;

    private static final Pattern CONTINUES = Pattern.compile("(?:else|elif|except|finally)\\b.*");
    private static final Pattern STARTS = Pattern.compile("[\\p{L}_@].*");

    /** What cannot stand within brackets: an open bracket before it is the mistake. */
    private static final Pattern NEVER_IN_BRACKETS = Pattern.compile(
            "(?:(?:def|class|import|while|try|with|return|del|assert|raise|global|pass)\\b|from\\s+\\S+\\s+import\\b).*");

    private final GraalGrammar grammar;
    private final List<String> lines;
    private final Mistakes mistakes = new Mistakes();

    BlockReader(GraalGrammar grammar, List<String> lines) {
        this.grammar = grammar;
        this.lines = lines;
    }

    List<Statement> read() {
        var body = new ArrayList<Statement>();
        int line = 0;
        while (line < lines.size()) {
            if (isEmpty(lines.get(line))) {
                line++;
                continue;
            }
            if (mistakes.count() >= MANY || grammar.late()) {
                mistakes.add(line + 1, lines.size(), "too many mistakes before");
                break;
            }
            line = readBlock(line, body);
        }
        return body;
    }

    Optional<String> problem() {
        return mistakes.problem();
    }

    /** Reads the block that begins at a line (from 0); where the next one begins. */
    private int readBlock(int start, List<Statement> body) {
        int end = start + 1;
        var state = new LexicalState();
        state.read(lines.get(start));
        while (end < lines.size() && !(state.atStart() && starts(start, end)) && !interrupts(state, lines.get(end))) {
            state.read(lines.get(end));
            end++;
        }
        if (!state.atStart()) {
            // Something is never closed: that costs the lines up to the next one that looks like a statement.
            end = start + 1;
            while (end < lines.size() && !(STARTS.matcher(lines.get(end)).matches() && starts(start, end))) {
                end++;
            }
        }
        int last = end;
        while (isEmpty(lines.get(last - 1))) {
            last--;
        }
        body.addAll(new Repair(grammar, mistakes).parse(lines.subList(start, last), start));
        return end;
    }

    private boolean starts(int start, int line) {
        String text = lines.get(line);
        if (isEmpty(text)
                || Character.isWhitespace(text.charAt(0))
                || CONTINUES.matcher(text).matches()) {
            return false;
        }
        for (int before = start; before < line; before++) {
            String earlier = lines.get(before);
            if (!isEmpty(earlier) && !earlier.startsWith("@")) {
                return true;
            }
        }
        return false;
    }

    private static boolean interrupts(LexicalState state, String text) {
        return !state.inString()
                && !state.atStart()
                && NEVER_IN_BRACKETS.matcher(text).matches();
    }

    private static boolean isEmpty(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#");
    }
}
