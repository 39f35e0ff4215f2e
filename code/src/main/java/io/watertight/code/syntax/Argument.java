package io.watertight.code.syntax;

/**
 * An argument of a call or of a class definition.
 *
 * @param name the keyword; empty for one by position, {@code **} for an unpacked mapping ({@code *} is an {@link Expression.Starred})
 */
public record Argument(String name, Expression value, Span span) implements Node {}
