package io.watertight.code.syntax;

import io.watertight.code.source.CodeCell;
import java.util.List;
import java.util.Optional;

/**
 * A cell as parsed.
 *
 * @param cell the cell
 * @param body its statements; empty when it does not parse
 * @param problem why it does not parse, a sentence with the line
 */
public record Parsed(CodeCell cell, List<Statement> body, Optional<String> problem) {
    public Parsed {
        body = List.copyOf(body);
    }
}
