package io.watertight.code.syntax;

import java.util.Optional;

/** {@code value as target} of a {@code with}. */
public record Context(Expression value, Optional<Expression> target, Span span) implements Node {}
