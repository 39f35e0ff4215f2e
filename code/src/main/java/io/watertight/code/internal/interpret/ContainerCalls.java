package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Methods of lists and dictionaries. */
final class ContainerCalls {

    private static final int LONGEST = 64;

    private final Interpreter interpreter;
    private final Machine machine;

    ContainerCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Value call(Value receiver, String name, Arguments arguments, Span span) {
        HeapObject state = machine.heap().object(receiver).orElse(null);
        if (state instanceof ListState list && receiver instanceof Value.Reference reference) {
            return list(reference, list, name, arguments, span);
        }
        if (state instanceof DictState dict && receiver instanceof Value.Reference reference) {
            return dict(reference, dict, name, arguments, span);
        }
        return new Value.Unknown(name);
    }

    private Value list(Value.Reference reference, ListState list, String name, Arguments arguments, Span span) {
        switch (name) {
            case "append", "add", "insert" -> {
                List<Value> given = arguments.positional();
                if (!given.isEmpty()) {
                    add(reference, list, interpreter.expressions().chosen(given.get(given.size() - 1), span));
                }
                return Constants.NONE;
            }
            case "extend", "update" -> {
                arguments.first().ifPresent(more -> {
                    Elements elements = Elements.of(machine, more, span);
                    if (elements.known().isPresent()) {
                        ListState now = list;
                        for (Value value : elements.known().get()) {
                            add(reference, now, value);
                            now = (ListState) machine.heap().object(reference).orElseThrow();
                        }
                    } else {
                        rest(reference, list, elements.any());
                    }
                });
                return Constants.NONE;
            }
            case "index", "count" -> {
                return arguments
                        .first()
                        .map(value -> machine.number(machine.heap().join(machine.data(value), machine.data(reference))))
                        .<Value>map(number -> machine.make(number, span))
                        .orElse(new Value.Unknown(name));
            }
            case "pop" -> {
                if (list.items().isEmpty() || arguments.first().isPresent()) {
                    return Elements.of(machine, reference, span).any();
                }
                int last = list.items().size() - 1;
                machine.heap().set(reference, new ListState(list.items().subList(0, last), list.rest()));
                return list.items().get(last);
            }
            case "remove" -> {
                arguments.first().ifPresent(value -> {
                    List<Value> items = new ArrayList<>(list.items());
                    items.remove(value);
                    machine.heap().set(reference, new ListState(items, list.rest()));
                    chosen(reference, value, span);
                });
                return Constants.NONE;
            }
            case "copy", "union", "difference", "intersection" -> {
                return machine.make(list, span);
            }
            default -> {
                return new Value.Unknown(name);
            }
        }
    }

    /** A name or position is taken from a list by what was read from rows: whoever picks columns by the list has chosen them so. */
    void chosen(Value.Reference reference, Value by, Span span) {
        if (!(machine.heap().object(reference).orElse(null) instanceof ListState list)
                || !list.items().stream().allMatch(Value.Constant.class::isInstance)) {
            return;
        }
        Set<Influence> choice =
                Operators.used(Sets.union(machine.data(by).influences(), machine.control()), InfluenceKind.SELECT);
        if (!choice.isEmpty()) {
            rest(
                    reference,
                    list,
                    machine.make(Data.of(Gives.COLUMNS, machine.rows().none()).influenced(choice), span, "chosen"));
        }
    }

    private void add(Value.Reference reference, ListState list, Value value) {
        boolean inLoop = machine.loops().stream().anyMatch(loop -> loop.round() < 0);
        if (inLoop || list.rest().isPresent() || list.items().size() >= LONGEST) {
            rest(reference, list, value);
            return;
        }
        List<Value> items = new ArrayList<>(list.items());
        items.add(value);
        machine.heap().set(reference, new ListState(items, Optional.empty()));
    }

    private void rest(Value.Reference reference, ListState list, Value value) {
        Value rest =
                list.rest().map(before -> machine.heap().join(before, value)).orElse(value);
        machine.heap().set(reference, new ListState(list.items(), Optional.of(rest)));
    }

    private Value dict(Value.Reference reference, DictState dict, String name, Arguments arguments, Span span) {
        switch (name) {
            case "items" -> {
                List<Value> items = new ArrayList<>();
                dict.entries()
                        .forEach((key, value) -> items.add(new Value.TupleValue(List.of(Constants.text(key), value))));
                Optional<Value> rest =
                        dict.rest().map(value -> new Value.TupleValue(List.of(new Value.Unknown("a key"), value)));
                return machine.make(new ListState(items, rest), span);
            }
            case "values" -> {
                return machine.make(new ListState(List.copyOf(dict.entries().values()), dict.rest()), span);
            }
            case "keys" -> {
                List<Value> keys = new ArrayList<>();
                dict.entries().keySet().forEach(key -> keys.add(Constants.text(key)));
                return machine.make(new ListState(keys, dict.rest().map(rest -> new Value.Unknown("a key"))), span);
            }
            case "get", "pop", "setdefault" -> {
                return interpreter
                        .selections()
                        .get(reference, new Index.Of(arguments.first().orElse(Constants.NONE)), span);
            }
            case "update" -> {
                Map<String, Value> entries = new LinkedHashMap<>(dict.entries());
                entries.putAll(arguments.named());
                arguments.first().ifPresent(more -> {
                    if (machine.heap().object(more).orElse(null) instanceof DictState other) {
                        entries.putAll(other.entries());
                    }
                });
                machine.heap().set(reference, new DictState(entries, dict.rest()));
                return Constants.NONE;
            }
            case "copy" -> {
                return machine.make(dict, span);
            }
            default -> {
                return new Value.Unknown(name);
            }
        }
    }
}
