package io.watertight.code.syntax;

import java.util.List;
import java.util.Optional;

/** {@code except type as name: body}. */
public record Handler(Optional<Expression> type, Optional<String> name, List<Statement> body, Span span)
        implements Node {
    public Handler {
        body = List.copyOf(body);
    }
}
