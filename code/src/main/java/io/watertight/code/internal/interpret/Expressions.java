package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Loop;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Clause;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.RowSets;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what expressions stand for. */
final class Expressions {

    /** A text that is put together from values which are not known. */
    static final String UNKNOWN_TEXT = "a text";

    /** What is written with brackets, by the function that does the same. */
    private static final Map<String, String> JOINS =
            Map.of("numpy.r_", "numpy.concatenate", "numpy.c_", "numpy.column_stack");

    private final Interpreter interpreter;
    private final Machine machine;
    private final Operators operators;
    private final Attributes attributes;
    private final Positions positions;

    Expressions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.operators = new Operators(machine);
        this.attributes = new Attributes(interpreter);
        this.positions = new Positions(interpreter);
    }

    Operators operators() {
        return operators;
    }

    Value value(Expression expression, Frame frame) {
        if (expression instanceof Expression.Name name) {
            return interpreter.frames().get(frame, name.id(), name.span());
        }
        if (expression instanceof Expression.Constant constant) {
            return new Value.Constant(constant.value());
        }
        if (expression instanceof Expression.Call call) {
            return call(call, frame);
        }
        if (expression instanceof Expression.Attribute attribute) {
            return attributes.get(value(attribute.object(), frame), attribute.name(), attribute.span());
        }
        if (expression instanceof Expression.Subscript subscript) {
            Value object = value(subscript.object(), frame);
            Index index = index(subscript.index(), Texts.of(subscript.object()), frame);
            if (object instanceof Value.Library library && JOINS.containsKey(library.name())) {
                return joined(library, index, subscript.span());
            }
            return new Strategies(interpreter)
                    .line(object, index, subscript.span())
                    .orElseGet(() -> positions.read(
                            subscript, interpreter.selections().get(object, index, subscript.span()), frame));
        }
        if (expression instanceof Expression.Binary binary) {
            return operators.binary(binary, value(binary.left(), frame), value(binary.right(), frame));
        }
        if (expression instanceof Expression.Unary unary) {
            return operators.unary(unary, value(unary.operand(), frame));
        }
        if (expression instanceof Expression.Comparison comparison) {
            List<Value> operands = comparison.operands().stream()
                    .map(each -> value(each, frame))
                    .toList();
            return operators.compare(comparison, value(comparison.left(), frame), operands);
        }
        if (expression instanceof Expression.Logical logical) {
            List<Value> operands =
                    logical.operands().stream().map(each -> value(each, frame)).toList();
            return operators.logical(logical, operands);
        }
        return rare(expression, frame);
    }

    /** {@code np.r_[a, b]} and {@code np.c_[a, b]}: calls in the guise of a subscript. */
    private Value joined(Value.Library library, Index index, Span span) {
        List<Index> parts = index instanceof Index.Several several ? several.parts() : List.of(index);
        List<Value> values = new ArrayList<>();
        for (Index part : parts) {
            values.add(part instanceof Index.Of of ? of.value() : new Value.Unknown("a range"));
        }
        Arguments arguments = new Arguments(List.of(new Value.TupleValue(values)), Map.of());
        return interpreter.calls().library(JOINS.getOrDefault(library.name(), library.name()), arguments, span);
    }

    private Value rare(Expression expression, Frame frame) {
        if (expression instanceof Expression.ListDisplay list) {
            return machine.make(items(list.elements(), frame), list.span());
        }
        if (expression instanceof Expression.SetDisplay set) {
            return machine.make(items(set.elements(), frame), set.span());
        }
        if (expression instanceof Expression.TupleDisplay tuple) {
            ListState items = items(tuple.elements(), frame);
            return items.rest().isPresent() ? machine.make(items, tuple.span()) : new Value.TupleValue(items.items());
        }
        if (expression instanceof Expression.DictDisplay dict) {
            return machine.make(entries(dict, frame), dict.span());
        }
        if (expression instanceof Expression.Conditional choice) {
            Value test = value(choice.test(), frame);
            Value body = value(choice.body(), frame);
            Value otherwise = value(choice.otherwise(), frame);
            Value either = machine.heap().join(body, otherwise);
            Data judged = machine.data(test);
            machine.judged(judged);
            return judged.influences().isEmpty() ? either : operators.influenced(either, judged, expression.span());
        }
        if (expression instanceof Expression.Lambda lambda) {
            return new Value.UserFunction(
                    "lambda",
                    lambda.parameters(),
                    List.of(new Statement.Return(Optional.of(lambda.body()), lambda.span())),
                    frame.id(),
                    Optional.empty());
        }
        if (expression instanceof Expression.Comprehension comprehension) {
            return comprehension(comprehension, frame);
        }
        if (expression instanceof Expression.Starred starred) {
            return value(starred.value(), frame);
        }
        if (expression instanceof Expression.Await await) {
            return value(await.value(), frame);
        }
        if (expression instanceof Expression.Walrus walrus) {
            Value value = value(walrus.value(), frame);
            interpreter.frames().set(frame, walrus.name(), value);
            return value;
        }
        if (expression instanceof Expression.Yield yield) {
            yield.value()
                    .ifPresent(value -> frame.returned()
                            .add(machine.make(
                                    new ListState(List.of(), Optional.of(value(value, frame))),
                                    yield.span(),
                                    "yields")));
            return Constants.NONE;
        }
        if (expression instanceof Expression.Formatted formatted) {
            return text(formatted, frame);
        }
        return new Value.Unknown("this expression");
    }

    /** A text with values in it; known if all of them are. */
    private Value text(Expression.Formatted formatted, Frame frame) {
        Data all = Data.of(Gives.TEXT, machine.rows().none());
        StringBuilder known = new StringBuilder();
        boolean complete = true;
        for (Expression part : formatted.parts()) {
            Value value = value(part, frame);
            all = all.influenced(AskCalls.shown(machine.data(value), part.span()));
            complete &= value instanceof Value.Constant;
            Constants.text(value)
                    .or(() -> value instanceof Value.Constant constant
                            ? Optional.of(Texts.literal(constant.literal()))
                            : Optional.empty())
                    .ifPresent(known::append);
        }
        if (!all.influences().isEmpty()) {
            return machine.make(all, formatted.span());
        }
        return complete ? Constants.text(known.toString()) : new Value.Unknown(UNKNOWN_TEXT);
    }

    /** What stands between brackets; slices stay slices, with their bounds as texts. */
    Index index(Expression expression, String of, Frame frame) {
        if (expression instanceof Expression.Slice slice) {
            slice.step().ifPresent(step -> value(step, frame));
            return new Index.Range(
                    bound(within(slice.lower(), "+", frame), of, frame),
                    bound(within(slice.upper(), "-", frame), of, frame),
                    slice.step().isPresent());
        }
        if (expression instanceof Expression.TupleDisplay tuple) {
            return new Index.Several(tuple.elements().stream()
                    .map(each -> index(each, of, frame))
                    .toList());
        }
        return new Index.Of(value(expression, frame));
    }

    /** A bound that lies a number of rows inside of how many another set has: as if it lay there, for fewer rows are among more. */
    private Optional<Expression> within(Optional<Expression> bound, String inwards, Frame frame) {
        return bound.map(expression -> expression instanceof Expression.Binary binary
                        && binary.operator().equals(inwards)
                        && binary.right() instanceof Expression.Constant number
                        && number.value() instanceof Literal.Whole
                        && value(binary.left(), frame) instanceof Value.Count
                ? binary.left()
                : expression);
    }

    /** A bound of a slice: its number if it is known, open if it is the length of what is sliced, else the text of the code. */
    private String bound(Optional<Expression> expression, String of, Frame frame) {
        if (expression.isEmpty()) {
            return "";
        }
        Value value = value(expression.get(), frame);
        if (value instanceof Value.Constant constant) {
            return Constants.isNone(value) ? "" : Texts.literal(constant.literal());
        }
        if (value instanceof Value.Count count) {
            return RowSets.count(count.rows());
        }
        String text = Texts.of(expression.get());
        String sliced = of.replaceFirst("\\.(i?loc|values)$", "");
        boolean length = text.equals("len(" + sliced + ")") || text.equals(sliced + ".shape[0]");
        return length ? "" : text;
    }

    private ListState items(List<Expression> elements, Frame frame) {
        List<Value> items = new ArrayList<>();
        Optional<Value> rest = Optional.empty();
        for (Expression element : elements) {
            Value value = value(element, frame);
            if (!(element instanceof Expression.Starred)) {
                items.add(value);
                continue;
            }
            Elements inside = Elements.of(machine, value, element.span());
            if (inside.known().isPresent()) {
                items.addAll(inside.known().get());
            } else {
                rest = Optional.of(rest.map(before -> machine.heap().join(before, inside.any()))
                        .orElse(inside.any()));
            }
        }
        return new ListState(items, rest);
    }

    private DictState entries(Expression.DictDisplay dict, Frame frame) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Optional<Value> rest = Optional.empty();
        for (int index = 0; index < dict.values().size(); index++) {
            Value value = value(dict.values().get(index), frame);
            Optional<Expression> keyed = dict.keys().get(index);
            if (keyed.isEmpty()) {
                if (machine.heap().object(value).orElse(null) instanceof DictState other) {
                    entries.putAll(other.entries());
                    rest = rest.or(other::rest);
                }
                continue;
            }
            Value key = value(keyed.get(), frame);
            if (key instanceof Value.Constant constant) {
                entries.put(Selections.keyText(constant), value);
            } else {
                Optional<Value> before = rest;
                rest = Optional.of(
                        before.map(one -> machine.heap().join(one, value)).orElse(value));
            }
        }
        return new DictState(entries, rest);
    }

    private Value comprehension(Expression.Comprehension comprehension, Frame outer) {
        Frame frame = interpreter.frames().open(Optional.of(outer), "comprehension");
        List<Value> elements = new ArrayList<>();
        Map<String, Value> entries = new LinkedHashMap<>();
        List<Value> anyEntry = new ArrayList<>();
        boolean[] open = {false};
        each(comprehension, 0, frame, open, () -> {
            Value element = value(comprehension.element(), frame);
            Value kept = ofRows(comprehension, chosen(element, comprehension.span()), outer);
            if (comprehension.kind() != Expression.Comprehension.Kind.DICT) {
                elements.add(kept);
                return;
            }
            Value value = value(comprehension.value().orElse(comprehension.element()), frame);
            if (element instanceof Value.Constant constant && !open[0]) {
                entries.put(Selections.keyText(constant), value);
            } else {
                anyEntry.add(value);
            }
        });
        if (comprehension.kind() == Expression.Comprehension.Kind.DICT) {
            return machine.make(
                    new DictState(entries, anyEntry.stream().reduce(machine.heap()::join)), comprehension.span());
        }
        ListState state = open[0]
                ? new ListState(List.of(), elements.stream().reduce(machine.heap()::join))
                : new ListState(elements, Optional.empty());
        return machine.make(state, comprehension.span());
    }

    /** What is learnt and looked up for each row in turn: a value of that row. */
    private Value ofRows(Expression.Comprehension comprehension, Value element, Frame frame) {
        Data data = machine.data(element);
        // Inside another loop it may go through the words of one row.
        boolean inside = machine.loops().stream()
                .anyMatch(loop -> !loop.site().equals(comprehension.span()) && loop.round() < 0);
        if (inside
                || comprehension.clauses().size() != 1
                || !data.rows().isNone()
                || data.kind() == Gives.COLUMNS
                || data.influences().isEmpty()) {
            return element;
        }
        Data over = machine.data(value(comprehension.clauses().get(0).iterable(), frame));
        boolean rows = !over.rows().isNone() && over.kind() != Gives.FRAME && over.kind() != Gives.GROUPED;
        return rows
                ? machine.make(
                        over.influenced(Operators.used(data, InfluenceKind.SCALE))
                                .picking(Optional.empty())
                                .withOrigins(Set.of()),
                        comprehension.span(),
                        "each")
                : element;
    }

    /** A name that a test kept: the test's statistics chose it. */
    Value chosen(Value element, Span span) {
        Set<Influence> control = machine.control();
        if (control.isEmpty()) {
            return element;
        }
        Data data = machine.data(element);
        if (!data.rows().isNone()) {
            return element;
        }
        Data name = (element instanceof Value.Constant
                ? Data.of(Gives.COLUMNS, machine.rows().none())
                : data);
        return machine.make(name.influenced(Operators.used(control, InfluenceKind.SELECT)), span, "chosen");
    }

    private void each(Expression.Comprehension comprehension, int depth, Frame frame, boolean[] open, Runnable body) {
        List<Clause> clauses = comprehension.clauses();
        if (depth == clauses.size()) {
            body.run();
            return;
        }
        Clause clause = clauses.get(depth);
        Value over = value(clause.iterable(), frame);
        Elements elements = Elements.of(machine, over, clause.iterable().span());
        Optional<List<Value>> known = clause.conditions().isEmpty() ? elements.known() : Optional.empty();
        open[0] |= known.isEmpty();
        List<Value> rounds = known.orElse(List.of(elements.any()));
        for (int round = 0; round < rounds.size(); round++) {
            Value element = rounds.get(round);
            Loop loop = new Loop(
                    comprehension.span(),
                    known.isPresent() ? round : -1,
                    interpreter.statements().isFolds(element));
            machine.withinLoop(loop, () -> {
                interpreter.assignments().assign(clause.target(), element, frame);
                Set<Influence> judged = new LinkedHashSet<>();
                for (Expression condition : clause.conditions()) {
                    judged.addAll(machine.data(value(condition, frame)).influences());
                }
                machine.controlled(judged, () -> {
                    each(comprehension, depth + 1, frame, open, body);
                    return true;
                });
            });
        }
    }

    private Value call(Expression.Call call, Frame frame) {
        Value callee = value(call.function(), frame);
        List<Value> positional = new ArrayList<>();
        Map<String, Value> named = new LinkedHashMap<>();
        for (Argument argument : call.arguments()) {
            Value value = value(argument.value(), frame);
            if (argument.name().equals("**")) {
                if (machine.heap().object(value).orElse(null) instanceof DictState dict) {
                    dict.entries().forEach(named::putIfAbsent);
                } else if (machine.heap().data(value).isPresent()) {
                    // Settings that a search chose: what they rest on goes along.
                    named.putIfAbsent("**", value);
                }
            } else if (!argument.name().isEmpty()) {
                named.put(argument.name(), value);
            } else if (argument.value() instanceof Expression.Starred) {
                Elements elements = Elements.of(machine, value, argument.span());
                positional.addAll(elements.known().orElse(List.of(elements.any())));
            } else {
                positional.add(value);
            }
        }
        return interpreter.calls().call(callee, new Arguments(positional, named), call, frame);
    }
}
