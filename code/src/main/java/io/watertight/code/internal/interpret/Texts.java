package io.watertight.code.internal.interpret;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions as short texts, equal for equal code whatever its blanks and quotes. */
final class Texts {

    private Texts() {}

    static String of(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.id();
        }
        if (expression instanceof Expression.Constant constant) {
            return literal(constant.value());
        }
        if (expression instanceof Expression.Attribute attribute) {
            return of(attribute.object()) + "." + attribute.name();
        }
        if (expression instanceof Expression.Subscript subscript) {
            // A column is the same column however it is spelled: df['a'] and df.a.
            return subscript.index() instanceof Expression.Constant constant
                            && constant.value() instanceof Literal.Text text
                            && text.value().matches("[A-Za-z_]\\w*")
                    ? of(subscript.object()) + "." + text.value()
                    : of(subscript.object()) + "[" + of(subscript.index()) + "]";
        }
        if (expression instanceof Expression.Call call) {
            return of(call.function())
                    + call.arguments().stream().map(Texts::argument).collect(Collectors.joining(", ", "(", ")"));
        }
        if (expression instanceof Expression.Binary binary) {
            return of(binary.left()) + " " + binary.operator() + " " + of(binary.right());
        }
        if (expression instanceof Expression.Unary unary) {
            return unary.operator() + " " + of(unary.operand());
        }
        if (expression instanceof Expression.Comparison comparison) {
            StringBuilder text = new StringBuilder(of(comparison.left()));
            for (int index = 0; index < comparison.operators().size(); index++) {
                text.append(' ').append(comparison.operators().get(index)).append(' ');
                text.append(of(comparison.operands().get(index)));
            }
            return text.toString();
        }
        if (expression instanceof Expression.Logical logical) {
            return logical.operands().stream()
                    .map(Texts::of)
                    .collect(Collectors.joining(" " + logical.operator() + " "));
        }
        if (expression instanceof Expression.TupleDisplay tuple) {
            return all(tuple.elements());
        }
        if (expression instanceof Expression.ListDisplay list) {
            return "[" + all(list.elements()) + "]";
        }
        if (expression instanceof Expression.Slice slice) {
            return slice.lower().map(Texts::of).orElse("") + ":"
                    + slice.upper().map(Texts::of).orElse("");
        }
        return "@" + expression.span().line() + "," + expression.span().column();
    }

    /** The names that a chain of attributes, calls and subscripts is made of, arguments included. */
    static Set<String> names(Expression chain) {
        Set<String> names = new LinkedHashSet<>();
        if (chain instanceof Expression.Name name) {
            names.add(name.id());
        } else if (chain instanceof Expression.Attribute attribute) {
            names.addAll(names(attribute.object()));
        } else if (chain instanceof Expression.Subscript subscript) {
            names.addAll(names(subscript.object()));
            names.addAll(names(subscript.index()));
        } else if (chain instanceof Expression.Call call) {
            names.addAll(names(call.function()));
            call.arguments().forEach(argument -> names.addAll(names(argument.value())));
        }
        return names;
    }

    private static String all(List<Expression> elements) {
        return elements.stream().map(Texts::of).collect(Collectors.joining(", "));
    }

    private static String argument(Argument argument) {
        return argument.name().isEmpty() ? of(argument.value()) : argument.name() + "=" + of(argument.value());
    }

    static String literal(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return "'" + text.value() + "'";
        }
        if (literal instanceof Literal.Whole whole) {
            return whole.value().toString();
        }
        if (literal instanceof Literal.Real real) {
            return Double.toString(real.value());
        }
        if (literal instanceof Literal.Truth truth) {
            return truth.value() ? "True" : "False";
        }
        return literal instanceof Literal.None ? "None" : "...";
    }
}
