package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a loop goes through.
 *
 * @param known the elements one by one, if all are known
 * @param any what any element is
 */
record Elements(Optional<List<Value>> known, Value any) {

    private static final int MOST_ROUNDS = 24;

    static Elements of(Machine machine, Value value, Span span) {
        if (value instanceof Value.TupleValue tuple) {
            return several(machine, tuple.elements());
        }
        HeapObject object = machine.heap().object(value).orElse(null);
        if (object instanceof ListState list) {
            return list(machine, list);
        }
        if (object instanceof DictState dict) {
            return dict.rest().isPresent()
                    ? new Elements(Optional.empty(), new Value.Unknown("a key"))
                    : several(
                            machine,
                            dict.entries().keySet().stream()
                                    .map(Constants::text)
                                    .toList());
        }
        if (object instanceof Estimator splitter && splitter.role() == EstimatorRole.SPLITTER) {
            // Until scikit-learn 0.18 the splitter itself went through the folds.
            Value folds = new Splits(machine).folds(splitter, Arguments.NONE, span);
            return of(machine, folds, span);
        }
        if (object instanceof Estimator passages && !passages.learnt().isEmpty()) {
            return new Elements(Optional.empty(), value);
        }
        if (object instanceof Data data) {
            return new Elements(Optional.empty(), element(machine, data, span));
        }
        if (value instanceof Value.OneOf several) {
            return of(machine, several.alternatives().get(0), span);
        }
        return new Elements(Optional.empty(), new Value.Unknown("an element"));
    }

    /** Going through a frame gives names of columns, through anything else its rows. */
    private static Value element(Machine machine, Data data, Span span) {
        if (data.kind() == Gives.FRAME) {
            return machine.make(
                    Data.of(Gives.COLUMNS, machine.rows().none()).influenced(data.influences()), span, "column");
        }
        if (data.kind() == Gives.COLUMNS) {
            return machine.make(data, span, "column");
        }
        if (data.kind() == Gives.GROUPED) {
            return new Value.TupleValue(List.of(
                    new Value.Unknown("the name of a group"),
                    machine.make(
                            data.withKind(Gives.FRAME).withRows(machine.rows().subset(data.rows(), span)),
                            span,
                            "group")));
        }
        boolean row = (data.kind() == Gives.ARRAY || data.kind() == Gives.SERIES || data.kind() == Gives.SAME)
                && !data.rows().isNone()
                && !data.is(Tag.TRANSPOSED);
        return machine.make(row ? data.with(Tag.SINGLE) : data, span, "element");
    }

    private static Elements list(Machine machine, ListState list) {
        if (list.rest().isEmpty()) {
            return several(machine, list.items());
        }
        Value any = list.rest().get();
        for (Value item : list.items()) {
            any = machine.heap().join(any, item);
        }
        return new Elements(Optional.empty(), any);
    }

    private static Elements several(Machine machine, List<Value> elements) {
        if (elements.size() <= MOST_ROUNDS) {
            return new Elements(
                    Optional.of(elements), elements.isEmpty() ? new Value.Unknown("no element") : elements.get(0));
        }
        Value any = elements.get(0);
        for (Value element : elements) {
            any = machine.heap().join(any, element);
        }
        return new Elements(Optional.empty(), any);
    }
}
