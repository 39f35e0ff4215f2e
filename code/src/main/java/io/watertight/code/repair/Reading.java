package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Expression.Attribute;
import io.watertight.code.syntax.Expression.Call;
import io.watertight.code.syntax.Expression.Constant;
import io.watertight.code.syntax.Expression.ListDisplay;
import io.watertight.code.syntax.Expression.Name;
import io.watertight.code.syntax.Expression.Slice;
import io.watertight.code.syntax.Expression.Subscript;
import io.watertight.code.syntax.Expression.TupleDisplay;
import io.watertight.code.syntax.Expression.Unary;
import io.watertight.code.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells code that only takes parts of a table from code that may change it. */
final class Reading {

    private static final Set<String> METHODS = Set.of("drop", "copy", "astype", "to_numpy", "ravel", "reshape", "filter");

    private Reading() {}

    /** {@code y = df['label']}: another name gets a part of it. */
    static boolean isSelection(Statement statement, String name) {
        return statement instanceof Statement.Assign assign
                && assign.targets().stream()
                        .allMatch(target -> target instanceof Name to && !to.id().equals(name))
                && isPure(assign.value());
    }

    /** Whether an expression takes parts of what it names, and neither changes nor computes anything. */
    static boolean isPure(Expression expression) {
        return parts(expression).map(parts -> parts.allMatch(Reading::isPure)).orElse(false);
    }

    /** The names that a pure expression reads. */
    static Set<String> names(Expression expression) {
        Stream<String> own = expression instanceof Name name ? Stream.of(name.id()) : Stream.of();
        Stream<String> inner =
                parts(expression).orElseGet(Stream::of).flatMap(part -> names(part).stream());
        return Stream.concat(own, inner).collect(Collectors.toSet());
    }

    /** What a pure expression is made of; empty for any other. */
    private static Optional<Stream<Expression>> parts(Expression expression) {
        if (expression instanceof Name || expression instanceof Constant) {
            return Optional.of(Stream.of());
        }
        if (expression instanceof Attribute attribute) {
            return Optional.of(Stream.of(attribute.object()));
        }
        if (expression instanceof Subscript subscript) {
            return Optional.of(Stream.of(subscript.object(), subscript.index()));
        }
        if (expression instanceof Unary unary) {
            return Optional.of(Stream.of(unary.operand()));
        }
        if (expression instanceof ListDisplay list) {
            return Optional.of(list.elements().stream());
        }
        if (expression instanceof TupleDisplay tuple) {
            return Optional.of(tuple.elements().stream());
        }
        if (expression instanceof Slice slice) {
            return Optional.of(Stream.of(slice.lower(), slice.upper(), slice.step()).flatMap(Optional::stream));
        }
        return expression instanceof Call call ? parts(call) : Optional.empty();
    }

    private static Optional<Stream<Expression>> parts(Call call) {
        boolean takes = call.function() instanceof Attribute method
                && METHODS.contains(method.name())
                && call.arguments().stream()
                        .noneMatch(argument -> List.of("inplace", "**").contains(argument.name()));
        return takes
                ? Optional.of(Stream.concat(
                        Stream.of(call.function()), call.arguments().stream().map(argument -> argument.value())))
                : Optional.empty();
    }
}
