package io.watertight.code.syntax;

import java.util.List;

/** {@code for target in iterable if condition} of a comprehension. */
public record Clause(Expression target, Expression iterable, List<Expression> conditions, Span span) implements Node {
    public Clause {
        conditions = List.copyOf(conditions);
    }
}
