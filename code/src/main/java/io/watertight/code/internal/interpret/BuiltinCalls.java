package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Influence;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions that Python knows without an import. */
final class BuiltinCalls {

    private static final int LONGEST_RANGE = 24;

    private final Interpreter interpreter;
    private final Machine machine;
    private final Judgements judgements;

    BuiltinCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.judgements = new Judgements(machine);
    }

    Value call(String name, Arguments arguments, Expression.Call call, Frame frame) {
        Span span = call.span();
        Value first = arguments.positional().isEmpty()
                ? new Value.Unknown("nothing")
                : arguments.positional().get(0);
        return switch (name) {
            case "list", "tuple", "set", "frozenset", "sorted", "reversed", "iter" ->
                list(name, arguments, first, span);
            case "dict" -> dict(arguments, first, span);
            case "zip" -> zip(arguments, span);
            case "slice" -> Positions.SLICE;
            case "enumerate" -> enumerate(first, span);
            case "range", "xrange" -> range(arguments, span);
            case "map", "filter" -> mapped(name, arguments, call, frame);
            case "next" -> Elements.of(machine, first, span).any();
            case "min", "max", "sum" -> extreme(name, arguments, span);
            case "len" -> count(first);
            case "type", "id", "hash", "isinstance", "hasattr", "callable", "dir", "repr", "open", "input" ->
                new Value.Unknown(name);
            case "abs", "round", "float", "int", "str", "bool", "divmod", "pow" -> number(first, arguments, span);
            case "print", "display", "help", "format", "vars" -> Constants.NONE;
            case "getattr" ->
                arguments.positional().size() > 1
                                && Constants.text(arguments.positional().get(1)).isPresent()
                        ? interpreter
                                .expressions()
                                .value(
                                        new Expression.Attribute(
                                                call.arguments().get(0).value(),
                                                Constants.text(arguments
                                                                .positional()
                                                                .get(1))
                                                        .get(),
                                                span),
                                        frame)
                        : new Value.Unknown(name);
            case "exec", "eval", "__import__", "globals", "locals" -> {
                machine.facts().lost(span, "'" + name + "' hides what happens");
                yield new Value.Unknown(name);
            }
            case "super" ->
                interpreter
                        .frames()
                        .find(frame, "self")
                        .<Value>map(self -> new Value.Member(self, Attributes.SUPER))
                        .orElse(new Value.Unknown(name));
            default -> new Value.Unknown(name);
        };
    }

    private Value list(String name, Arguments arguments, Value value, Span span) {
        if (value instanceof Value.Unknown || arguments.positional().isEmpty()) {
            return machine.make(new ListState(List.of(), Optional.empty()), span);
        }
        judgements.chosen(name, machine.data(value), span);
        Optional<Data> data = machine.heap().data(value);
        if (data.isPresent() && data.get().kind() != Gives.FRAME) {
            return machine.make(data.get(), span);
        }
        Elements elements = Elements.of(machine, value, span);
        boolean ordered = !name.equals("sorted") && !name.equals("reversed");
        List<Value> known = new ArrayList<>(elements.known().orElse(List.of()));
        if (!ordered) {
            Collections.reverse(known);
        }
        return machine.make(
                new ListState(known, elements.known().isPresent() ? Optional.empty() : Optional.of(elements.any())),
                span);
    }

    private Value dict(Arguments arguments, Value first, Span span) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Optional<Value> rest = Optional.empty();
        if (machine.heap().object(first).orElse(null) instanceof DictState other) {
            entries.putAll(other.entries());
            rest = other.rest();
        } else if (!(first instanceof Value.Unknown)) {
            Elements pairs = Elements.of(machine, first, span);
            for (Value pair : pairs.known().orElse(List.of(pairs.any()))) {
                if (pair instanceof Value.TupleValue two
                        && two.elements().size() == 2
                        && two.elements().get(0) instanceof Value.Constant key) {
                    entries.put(Selections.keyText(key), two.elements().get(1));
                } else {
                    rest = Optional.of(pair);
                }
            }
        }
        entries.putAll(arguments.named());
        return machine.make(new DictState(entries, rest), span);
    }

    private Value zip(Arguments arguments, Span span) {
        List<Elements> all = new ArrayList<>();
        for (Value each : arguments.positional()) {
            Elements elements = Elements.of(machine, each, span);
            // Each an object of its own, though all are made at one place.
            String what = "element " + all.size();
            Value any = machine.heap()
                    .data(elements.any())
                    .<Value>map(data -> machine.make(data, span, what))
                    .orElse(elements.any());
            all.add(new Elements(elements.known(), any));
        }
        boolean known =
                !all.isEmpty() && all.stream().allMatch(each -> each.known().isPresent());
        if (!known) {
            Value any = new Value.TupleValue(all.stream().map(Elements::any).toList());
            return machine.make(new ListState(List.of(), Optional.of(any)), span);
        }
        int shortest = all.stream()
                .mapToInt(each -> each.known().orElseThrow().size())
                .min()
                .orElse(0);
        List<Value> items = new ArrayList<>();
        for (int index = 0; index < shortest; index++) {
            int at = index;
            items.add(new Value.TupleValue(
                    all.stream().map(each -> each.known().orElseThrow().get(at)).toList()));
        }
        return machine.make(new ListState(items, Optional.empty()), span);
    }

    private Value enumerate(Value over, Span span) {
        Elements elements = Elements.of(machine, over, span);
        if (elements.known().isEmpty()) {
            Value any = new Value.TupleValue(List.of(new Value.Unknown("a number"), elements.any()));
            return machine.make(new ListState(List.of(), Optional.of(any)), span);
        }
        List<Value> items = new ArrayList<>();
        for (Value element : elements.known().get()) {
            items.add(new Value.TupleValue(List.of(whole(items.size()), element)));
        }
        return machine.make(new ListState(items, Optional.empty()), span);
    }

    private static Value whole(int number) {
        return new Value.Constant(new Literal.Whole(BigInteger.valueOf(number)));
    }

    /** A short range round by round is not worth it, unless elements are asked for by number: so only very short ones. */
    private Value range(Arguments arguments, Span span) {
        if (arguments.positional().size() == 1
                && Constants.whole(arguments.positional().get(0)).isPresent()
                && Constants.whole(arguments.positional().get(0)).getAsInt() <= LONGEST_RANGE / 3) {
            List<Value> items = new ArrayList<>();
            for (int index = 0;
                    index < Constants.whole(arguments.positional().get(0)).getAsInt();
                    index++) {
                items.add(whole(index));
            }
            return machine.make(new ListState(items, Optional.empty()), span);
        }
        Set<Influence> bounds = new LinkedHashSet<>();
        arguments
                .positional()
                .forEach(bound -> bounds.addAll(machine.data(bound).influences()));
        if (!bounds.isEmpty()) {
            // Bounds that were read off the rows, as edges of bins are.
            return machine.make(Data.of(Gives.NUMBER, machine.rows().none()).influenced(bounds), span, "range");
        }
        Value any = arguments.positional().size() < 3 ? Positions.POSITION : new Value.Unknown("a number");
        return machine.make(new ListState(List.of(), Optional.of(any)), span);
    }

    private Value mapped(String name, Arguments arguments, Expression.Call call, Frame frame) {
        if (arguments.positional().size() < 2) {
            return new Value.Unknown(name);
        }
        Elements elements = Elements.of(machine, arguments.positional().get(1), call.span());
        if (name.equals("filter")) {
            return machine.make(new ListState(List.of(), Optional.of(elements.any())), call.span());
        }
        List<Value> results = new ArrayList<>();
        List<Value> rounds = elements.known().orElse(List.of(elements.any()));
        for (int round = 0; round < rounds.size(); round++) {
            Value element = rounds.get(round);
            machine.within(
                    call.span(),
                    round,
                    () -> results.add(interpreter
                            .calls()
                            .call(
                                    arguments.positional().get(0),
                                    new Arguments(List.of(element), Map.of()),
                                    call,
                                    frame)));
        }
        return machine.make(
                elements.known().isPresent()
                        ? new ListState(results, Optional.empty())
                        : new ListState(List.of(), results.stream().findFirst()),
                call.span());
    }

    /** The best of several scores is a decision. */
    private Value extreme(String name, Arguments arguments, Span span) {
        Data all = arguments.all().stream()
                .map(machine::data)
                .reduce(machine.heap()::join)
                .orElseGet(() -> Data.of(Gives.NUMBER, machine.rows().none()));
        // One by one: the best so far may also be read from a file.
        arguments.all().forEach(value -> judgements.chosen(name, machine.data(value), span));
        return machine.make(machine.number(all), span);
    }

    private Value count(Value of) {
        Data data = machine.data(of);
        boolean rows = machine.heap().data(of).isPresent() && !data.rows().isNone() && data.kind() != Gives.COLUMNS;
        return rows ? new Value.Count(data.rows().id()) : new Value.Unknown("len");
    }

    private Value number(Value first, Arguments arguments, Span span) {
        Data data = machine.data(first);
        if (first instanceof Value.Constant) {
            return arguments.positional().size() == 1 ? first : new Value.Unknown("a number");
        }
        return machine.heap().object(first).isPresent() ? machine.make(data, span) : new Value.Unknown("a number");
    }
}
