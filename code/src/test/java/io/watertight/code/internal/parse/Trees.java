package io.watertight.code.internal.parse;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Node;
import io.watertight.code.syntax.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trees as text, and as a list of their nodes: whatever the records hold, but for the places. */
public final class Trees {

    private Trees() {}

    /** For instance {@code Assign([x] Call(f [y]))}: names bare, constants as they are, no places. */
    public static String text(Object part) {
        if (part instanceof List<?> list) {
            return list.stream().map(Trees::text).collect(Collectors.joining(" ", "[", "]"));
        }
        if (part instanceof Optional<?> optional) {
            return optional.map(Trees::text).orElse("-");
        }
        if (part instanceof Expression.Name name) {
            return name.id();
        }
        if (part instanceof Expression.Constant constant) {
            return literal(constant.value());
        }
        if (part instanceof Record node) {
            return values(node)
                    .map(Trees::text)
                    .collect(Collectors.joining(" ", node.getClass().getSimpleName() + "(", ")"));
        }
        return part.equals("") ? "''" : String.valueOf(part);
    }

    /** The node and all below it. */
    public static List<Node> nodes(Object part) {
        var found = new ArrayList<Node>();
        collect(part, found);
        return found;
    }

    private static void collect(Object part, List<Node> found) {
        if (part instanceof Node node) {
            found.add(node);
        }
        if (part instanceof List<?> list) {
            list.forEach(element -> collect(element, found));
        } else if (part instanceof Optional<?> optional) {
            optional.ifPresent(element -> collect(element, found));
        } else if (part instanceof Record node && !(part instanceof Literal)) {
            values(node).forEach(element -> collect(element, found));
        }
    }

    private static String literal(Literal value) {
        if (value instanceof Literal.Text text) {
            return "'" + text.value() + "'";
        }
        if (value instanceof Literal.Whole whole) {
            return whole.value().toString();
        }
        if (value instanceof Literal.Real real) {
            return String.valueOf(real.value());
        }
        if (value instanceof Literal.Truth truth) {
            return truth.value() ? "True" : "False";
        }
        return value.getClass().getSimpleName();
    }

    private static Stream<Object> values(Record node) {
        return Stream.of(node.getClass().getRecordComponents())
                .filter(component -> component.getType() != Span.class)
                .map(component -> value(node, component));
    }

    private static Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
