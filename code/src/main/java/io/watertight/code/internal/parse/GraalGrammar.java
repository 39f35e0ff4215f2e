package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.AbstractParser.Flags;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Statement;
import java.util.EnumSet;
import java.util.List;

/** One run of the library's parser. */
final class GraalGrammar {

    /** The newest minor version of Python 3 whose grammar the library knows. */
    private static final int MINOR_VERSION = 12;

    private GraalGrammar() {}

    /**
     * Some lines of a cell.
     *
     * @param first first line, from 1
     * @param last last line
     * @param deadline when to give up, on the clock of {@link System#nanoTime}
     * @throws Unreadable when they are not Python; its line counts within the cell
     */
    static List<Statement> parse(CodeCell cell, int first, int last, long deadline) {
        String text = String.join("\n", cell.lines().subList(first - 1, last)) + "\n";
        int skipped = first - 1;
        try {
            var parser =
                    new Parser(text, new Callbacks(deadline), InputType.FILE, EnumSet.noneOf(Flags.class), MINOR_VERSION);
            var module = (ModTy.Module) parser.parse();
            return new StatementAdapter(new Positions(cell, skipped)).statements(module.body);
        } catch (Unreadable unreadable) {
            throw new Unreadable(unreadable.reason(), Math.max(1, unreadable.line()) + skipped);
        }
    }

    private record Callbacks(long deadline) implements ParserCallbacks {

        @Override
        public void safePointPoll() {
            if (System.nanoTime() - deadline > 0) {
                throw new Unreadable("reading it takes too long", 1);
            }
        }

        @Override
        public RuntimeException reportIncompleteSource(int line) {
            throw new Unreadable("unexpected end", line);
        }

        @Override
        public RuntimeException onError(ErrorType type, SourceRange range, String message) {
            throw new Unreadable(message, range.startLine);
        }

        @Override
        public void onWarning(WarningType type, SourceRange range, String message) {
            // Doubtful escapes and the like: no concern of ours.
        }
    }
}
