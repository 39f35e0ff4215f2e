package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an unknown call, taken apart. As many parts as arguments with rows: part for part. Else the names that the parts get
 * say whether they are training or test rows: weak evidence, and so marked.
 */
final class Unpacking {

    private final Machine machine;

    Unpacking(Machine machine) {
        this.machine = machine;
    }

    Map<Expression, Value> parts(List<Expression> targets, Data data, Value whole, Span span) {
        Map<Expression, Value> parts = new LinkedHashMap<>();
        List<Data> arguments = machine.argumentsOf(whole);
        boolean oneForOne = arguments.size() == targets.size() && arguments.size() > 1;
        for (int index = 0; index < targets.size(); index++) {
            Data part = oneForOne
                    ? arguments.get(index).influenced(data.influences()).with(Tag.ASSUMED)
                    : data.withRows(rows(data, targets.get(index), span)).with(Tag.ASSUMED);
            parts.put(
                    targets.get(index),
                    machine.make(
                            part.picking(Optional.empty()), targets.get(index).span(), "part " + index));
        }
        return parts;
    }

    private Rows rows(Data data, Expression target, Span span) {
        Optional<String> side = name(target).flatMap(Sides::of);
        // A source of frames that is taken apart gave several frames; what else is taken apart gives its rows.
        boolean several = data.is(Tag.ASSUMED)
                || data.kind() == Gives.FRAME && data.rows().kind() == Rows.Kind.ROOT;
        if (side.isEmpty() || data.rows().isNone() || !several) {
            return data.rows();
        }
        return machine.rows().part(data.rows(), "parts of " + data.rows().id(), Sides.number(side.get()), span);
    }

    private static Optional<String> name(Expression target) {
        if (target instanceof Expression.Name name) {
            return Optional.of(name.id());
        }
        if (target instanceof Expression.Attribute attribute) {
            return Optional.of(attribute.name());
        }
        return Optional.empty();
    }
}
