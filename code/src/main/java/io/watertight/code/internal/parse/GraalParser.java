package io.watertight.code.internal.parse;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Parsed;
import io.watertight.code.syntax.PythonParser;
import io.watertight.code.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** The parser of GraalPy: Python 3.12 and earlier. Thread-safe. */
public final class GraalParser implements PythonParser {

    @Override
    public Parsed parse(CodeCell cell) {
        try {
            List<Statement> body = GraalGrammar.parse(cell, 1, cell.lines().size(), System.nanoTime() + 10_000_000_000L);
            return new Parsed(cell, body, Optional.empty());
        } catch (Unreadable unreadable) {
            return new Parsed(cell, List.of(), Optional.of(
                    "Line " + unreadable.line() + ": " + unreadable.reason() + "."));
        }
    }
}
