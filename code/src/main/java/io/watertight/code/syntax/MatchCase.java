package io.watertight.code.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A case of {@code match}.
 *
 * @param captured the names that its pattern binds
 */
public record MatchCase(List<String> captured, Optional<Expression> guard, List<Statement> body, Span span)
        implements Node {
    public MatchCase {
        captured = List.copyOf(captured);
        body = List.copyOf(body);
    }
}
