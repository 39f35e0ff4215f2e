package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;

/**
 * Turns the parser's positions into ours: it counts columns in code points, we count them in UTF-16 units, and it may have been given
 * only some of the cell's lines. Not thread-safe.
 */
final class Positions {

    private final CodeCell cell;
    private final int skipped;

    /** The line asked for last: the next question is mostly about it again. */
    private int lastLine;

    private boolean lastIsPlain = true;

    /** @param skipped how many lines of the cell come before the first line that the parser saw */
    Positions(CodeCell cell, int skipped) {
        this.cell = cell;
        this.skipped = skipped;
    }

    Span of(SSTNode node) {
        return of(node.getSourceRange());
    }

    Span of(SourceRange range) {
        int line = range.startLine + skipped;
        int endLine = range.endLine + skipped;
        return new Span(cell, line, column(line, range.startColumn), endLine, end(endLine, range.endColumn));
    }

    /** A bracket that was put behind the last character of a line ends where the line does. */
    private int end(int line, int codePoints) {
        int column = column(line, codePoints);
        int length = cell.line(line).length();
        return length == 0 ? column : Math.min(column, length);
    }

    private int column(int line, int codePoints) {
        if (line != lastLine) {
            lastLine = line;
            lastIsPlain = cell.line(line).chars().noneMatch(unit -> Character.isSurrogate((char) unit));
        }
        if (lastIsPlain) {
            return codePoints;
        }
        String text = cell.line(line);
        int column = 0;
        for (int i = 0; i < codePoints; i++) {
            column += column < text.length() ? Character.charCount(text.codePointAt(column)) : 1;
        }
        return column;
    }
}
