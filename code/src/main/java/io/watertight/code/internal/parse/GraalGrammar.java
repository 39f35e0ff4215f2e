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
import java.util.regex.Pattern;

/**
 * Runs the library's parser over lines of a cell.
 *
 * @param cell the cell
 * @param deadline when to give up, on the clock of {@link System#nanoTime}
 */
record GraalGrammar(CodeCell cell, long deadline) {

    /** The newest minor version of Python 3 whose grammar the library knows. */
    private static final int MINOR_VERSION = 12;

    private static final Pattern DETECTED = Pattern.compile(" \\(detected at line \\d+\\)");
    private static final Pattern ON_LINE = Pattern.compile("\\bon line (\\d{1,9})\\b");

    /**
     * The statements in some lines.
     *
     * @param lines the lines, as they are in the cell or with others in their place
     * @param skipped how many lines of the cell come before them
     * @throws Unreadable when they are not Python; its line counts within the cell
     */
    List<Statement> parse(List<String> lines, int skipped) {
        if (late()) {
            throw new Unreadable("reading it takes too long", skipped + 1);
        }
        String text = String.join("\n", lines) + "\n";
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            int line = (int) text.substring(0, zero)
                            .chars()
                            .filter(character -> character == '\n')
                            .count()
                    + 1;
            throw new Unreadable("it holds a zero byte", line + skipped);
        }
        try {
            var parser = new Parser(text, new Callbacks(), InputType.FILE, EnumSet.noneOf(Flags.class), MINOR_VERSION);
            var module = (ModTy.Module) parser.parse();
            return new StatementAdapter(new Positions(cell, skipped)).statements(module.body);
        } catch (Unreadable unreadable) {
            int line = Math.min(Math.max(1, unreadable.line()), lines.size());
            throw new Unreadable(inCell(unreadable.reason(), skipped), line + skipped);
        } catch (StackOverflowError deep) {
            throw new Unreadable("nested too deep", 1 + skipped);
        } catch (RuntimeException defect) {
            // Of the library, on text that is not Python: no reason to lose the rest of the cell.
            throw new Unreadable("the parser fails on it (" + defect.getClass().getSimpleName() + ")", 1 + skipped);
        }
    }

    /** The parser's reason, whose lines count from where it began to read. */
    private static String inCell(String reason, int skipped) {
        String plain = DETECTED.matcher(reason).replaceAll("");
        return ON_LINE.matcher(plain).replaceAll(found -> "on line " + (Integer.parseInt(found.group(1)) + skipped));
    }

    boolean late() {
        return System.nanoTime() - deadline > 0;
    }

    private final class Callbacks implements ParserCallbacks {

        @Override
        public void safePointPoll() {
            if (late()) {
                throw new Unreadable("reading it takes too long", 1);
            }
        }

        @Override
        public RuntimeException reportIncompleteSource(int line) {
            throw new Unreadable("it ends too early", line);
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
