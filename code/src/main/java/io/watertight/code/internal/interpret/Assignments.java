package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Assignments to names, columns, rows, elements and attributes. */
final class Assignments {

    /** Stands for columns whose names are put together from values that are not known. */
    static final String UNKNOWN_NAME = "?";

    private final Interpreter interpreter;
    private final Machine machine;

    Assignments(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    void assign(Expression target, Value value, Frame frame) {
        if (target instanceof Expression.Name name) {
            machine.heap().data(value).ifPresent(data -> Trading.named(machine, name.id(), data));
            interpreter.frames().set(frame, name.id(), value);
        } else if (target instanceof Expression.TupleDisplay tuple) {
            unpack(tuple.elements(), value, target.span(), frame);
        } else if (target instanceof Expression.ListDisplay list) {
            unpack(list.elements(), value, target.span(), frame);
        } else if (target instanceof Expression.Starred starred) {
            assign(starred.value(), value, frame);
        } else if (target instanceof Expression.Attribute attribute) {
            Value object = interpreter.expressions().value(attribute.object(), frame);
            attribute(object, attribute, value);
        } else if (target instanceof Expression.Subscript subscript) {
            Value object = interpreter.expressions().value(subscript.object(), frame);
            Index index = interpreter.expressions().index(subscript.index(), Texts.of(subscript.object()), frame);
            element(object, index, value, subscript, frame);
        }
    }

    void augment(Statement.AugmentedAssign augmented, Frame frame) {
        Value before = interpreter.expressions().value(augmented.target(), frame);
        Value added = interpreter.expressions().value(augmented.value(), frame);
        Value after =
                interpreter.expressions().operators().binary(augmented.operator(), before, added, augmented.target());
        boolean list = machine.heap().object(before).orElse(null) instanceof ListState;
        if (list && before instanceof Value.Reference reference) {
            machine.heap().object(after).ifPresent(state -> machine.heap().set(reference, state));
        } else {
            assign(augmented.target(), after, frame);
        }
    }

    private void unpack(List<Expression> targets, Value value, Span span, Frame frame) {
        if (value instanceof Value.OneOf several) {
            unpack(targets, several.alternatives().get(0), span, frame);
            return;
        }
        HeapObject state = machine.heap().object(value).orElse(null);
        if (state instanceof Data data) {
            new Unpacking(machine)
                    .parts(targets, data, value, span)
                    .forEach((target, part) -> assign(target, part, frame));
            return;
        }
        Elements elements = Elements.of(machine, value, span);
        List<Value> known = elements.known().orElse(List.of());
        int more = known.size() - targets.size();
        boolean starred = false;
        for (int index = 0; index < targets.size(); index++) {
            Expression target = targets.get(index);
            boolean rest = target instanceof Expression.Starred;
            int at = starred ? index + more : index;
            Value part = at >= 0 && at < known.size() && !rest ? known.get(at) : elements.any();
            if (rest && elements.known().isPresent() && more >= -1) {
                List<Value> middle = known.subList(index, index + more + 1);
                part = machine.make(new ListState(middle, Optional.empty()), target.span(), "the rest");
            }
            starred |= rest;
            assign(target, part, frame);
        }
    }

    private void attribute(Value object, Expression.Attribute target, Value value) {
        HeapObject state = machine.heap().object(object).orElse(null);
        if (state instanceof InstanceState instance && object instanceof Value.Reference reference) {
            Map<String, Value> attributes = new LinkedHashMap<>(instance.attributes());
            attributes.put(target.name(), value);
            machine.heap().set(reference, new InstanceState(instance.type(), attributes));
        } else if (state instanceof Data data && object instanceof Value.Reference reference) {
            dataAttribute(data, reference, target.name(), value);
        } else if (object instanceof Value.LocalModule module) {
            interpreter.frames().set(interpreter.frames().frame(module.frame()), target.name(), value);
        }
    }

    private void dataAttribute(Data data, Value.Reference reference, String name, Value value) {
        if (name.equals("index")) {
            machine.heap().set(reference, Times.labelled(data, machine.data(value)));
        } else if (data.kind() == Gives.FRAME
                && (data.columns().own().containsKey(name)
                        || machine.data(value).rows() == data.rows())) {
            column(reference, data, name, machine.data(value), false);
        }
    }

    private void element(Value object, Index index, Value value, Expression.Subscript target, Frame frame) {
        if (object instanceof Value.OneOf several) {
            several.alternatives().forEach(each -> element(each, index, value, target, frame));
            return;
        }
        if (object instanceof Value.Member member && member.receiver() instanceof Value.Reference reference) {
            machine.heap().data(reference).ifPresent(data -> located(reference, data, index, machine.data(value)));
            writeBack(target, reference, frame);
            return;
        }
        if (!(object instanceof Value.Reference reference)) {
            return;
        }
        HeapObject state = machine.heap().object(object).orElse(null);
        if (state instanceof Data data) {
            ofData(reference, data, index, machine.data(value));
            writeBack(target, reference, frame);
        } else if (state instanceof ListState list) {
            machine.heap().set(reference, replaced(list, index, value));
        } else if (state instanceof DictState dict) {
            machine.heap().set(reference, put(dict, index, value));
        }
    }

    /** {@code df['a'][mask] = v} and {@code df.a.loc[mask] = v} change the frame too, in older pandas. */
    private void writeBack(Expression.Subscript target, Value.Reference changed, Frame frame) {
        Expression owner = target.object() instanceof Expression.Attribute attribute
                        && Set.of("loc", "iloc", "at", "iat", "ix").contains(attribute.name())
                ? attribute.object()
                : target.object();
        boolean column = owner instanceof Expression.Subscript || owner instanceof Expression.Attribute;
        if (column && machine.heap().data(changed).isPresent()) {
            assign(owner, changed, frame);
        }
    }

    private ListState replaced(ListState list, Index index, Value value) {
        if (index instanceof Index.Of of) {
            OptionalInt at = Constants.whole(of.value());
            if (at.isPresent()
                    && at.getAsInt() >= 0
                    && at.getAsInt() < list.items().size()) {
                List<Value> items = new ArrayList<>(list.items());
                items.set(at.getAsInt(), value);
                return new ListState(items, list.rest());
            }
        }
        Value rest =
                list.rest().map(before -> machine.heap().join(before, value)).orElse(value);
        return new ListState(list.items(), Optional.of(rest));
    }

    private DictState put(DictState dict, Index index, Value value) {
        if (index instanceof Index.Of of && of.value() instanceof Value.Constant key) {
            Map<String, Value> entries = new LinkedHashMap<>(dict.entries());
            entries.put(Selections.keyText(key), value);
            return new DictState(entries, dict.rest());
        }
        Value rest =
                dict.rest().map(before -> machine.heap().join(before, value)).orElse(value);
        return new DictState(dict.entries(), Optional.of(rest));
    }

    private void ofData(Value.Reference reference, Data data, Index index, Data value) {
        if (index instanceof Index.Of of) {
            Optional<List<String>> names = interpreter.selections().columns().names(of.value());
            if (names.isPresent()) {
                for (String name : names.get()) {
                    Data now = machine.heap().data(reference).orElse(data);
                    column(reference, now, name, value, false);
                }
                return;
            }
            boolean named =
                    of.value() instanceof Value.Unknown unknown && unknown.why().equals(Expressions.UNKNOWN_TEXT);
            if (named && (data.kind() == Gives.FRAME || data.kind() == Gives.SAME)) {
                column(
                        reference,
                        data,
                        UNKNOWN_NAME,
                        value,
                        data.columns().own().containsKey(UNKNOWN_NAME));
                return;
            }
            Data by = machine.data(of.value());
            boolean mask = by.picks().isPresent() || by.kind() == Gives.SERIES;
            Data written = mask ? value.influences().isEmpty() ? cut(value, index) : chosen(value, index) : value;
            machine.heap()
                    .set(reference, overwritten(data, written, mask ? InfluenceKind.IMPUTE : InfluenceKind.SCALE));
            return;
        }
        located(reference, data, index, value);
    }

    /** {@code data.loc[rows, column] = value}. */
    private void located(Value.Reference reference, Data data, Index index, Data value) {
        if (index instanceof Index.Several several && several.parts().size() == 2) {
            Index columns = several.parts().get(1);
            boolean allRows = several.parts().get(0) instanceof Index.Range range && range.isAll();
            if (columns instanceof Index.Of of) {
                Optional<List<String>> names = interpreter
                        .selections()
                        .columns()
                        .names(of.value())
                        .or(() -> of.value() instanceof Value.Constant constant
                                ? Optional.of(List.of("#" + Texts.literal(constant.literal())))
                                : Optional.empty());
                if (names.isPresent()) {
                    Data written = value.influences().isEmpty()
                            ? cut(value, several.parts().get(0))
                            : chosen(value, several.parts().get(0));
                    for (String name : names.get()) {
                        Data now = machine.heap().data(reference).orElse(data);
                        column(reference, now, name, written, !allRows);
                    }
                    return;
                }
            }
        }
        machine.heap().set(reference, overwritten(data, value, InfluenceKind.IMPUTE));
    }

    /** A value of its own in the rows on one side of a statistic: the column is cut there. */
    private Data cut(Data value, Index rows) {
        return rows instanceof Index.Of mask
                ? chosen(value, rows).influenced(Operators.used(machine.data(mask.value()), InfluenceKind.DISCRETISE))
                : value;
    }

    /** A test says which rows get the value. */
    private Data chosen(Data value, Index rows) {
        Timing test = rows instanceof Index.Of mask ? machine.data(mask.value()).timing() : Timing.NOTHING;
        return test.reads().isEmpty()
                ? value
                : value.timed(value.timing().and(test).asDecided());
    }

    private Data overwritten(Data data, Data value, InfluenceKind use) {
        return data.influenced(Operators.used(value, use))
                .withScores(value.scores())
                .timed(data.timing().and(value.timing()));
    }

    /** One column gets values: all of them, or those of some rows. */
    private void column(Value.Reference reference, Data data, String name, Data value, boolean someRows) {
        boolean scalar = value.rows().isNone() || value.rows().kind() == Rows.Kind.GROUPED;
        Set<Influence> influences =
                Operators.used(value, someRows || scalar ? InfluenceKind.IMPUTE : InfluenceKind.SUMMARY);
        ColumnState before = data.columns().column(name);
        Trading.named(machine, name, value);
        Timing known = data.columns().own().containsKey(name) ? before.timing() : Timing.NOTHING;
        ColumnState written = ColumnState.of(value, influences);
        ColumnState after = someRows ? before.withTiming(known).or(written) : written;
        Data changed = data.withColumns(data.columns().with(name, after))
                .withTags(Sets.without(
                        value.tags(),
                        Set.of(
                                Tag.DATES,
                                Tag.PER_COLUMN,
                                Tag.ASSUMED,
                                Tag.TRANSPOSED,
                                Tag.CHOSEN_COLUMNS,
                                Tag.PREDICTED,
                                Tag.SINGLE)));
        if (data.rows().isNone() && !value.rows().isNone()) {
            changed = changed.withRows(value.rows()).withKind(Gives.FRAME);
        }
        machine.heap().set(reference, changed);
    }

    void delete(Expression target, Frame frame) {
        if (target instanceof Expression.Name name) {
            interpreter.frames().remove(frame, name.id());
        } else if (target instanceof Expression.Subscript subscript) {
            Value object = interpreter.expressions().value(subscript.object(), frame);
            if (object instanceof Value.Reference reference
                    && interpreter.expressions().index(subscript.index(), Texts.of(subscript.object()), frame)
                            instanceof Index.Of of) {
                interpreter.calls().containers().chosen(reference, of.value(), subscript.span());
                machine.heap()
                        .data(object)
                        .ifPresent(data -> interpreter
                                .selections()
                                .columns()
                                .names(of.value())
                                .ifPresent(names -> machine.heap()
                                        .set(
                                                reference,
                                                data.withColumns(data.columns().without(names)))));
            }
        } else if (target instanceof Expression.TupleDisplay tuple) {
            tuple.elements().forEach(each -> delete(each, frame));
        }
    }
}
