package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Arithmetic, comparisons and logic. */
final class Operators {

    private static final int MOST_REPEATED = 8;

    private final Machine machine;
    private final Judgements judgements;
    private final Trading trading;

    Operators(Machine machine) {
        this.machine = machine;
        this.judgements = new Judgements(machine);
        this.trading = new Trading(machine);
    }

    Value binary(Expression.Binary binary, Value left, Value right) {
        return binary(binary.operator(), left, right, binary);
    }

    Value binary(String operator, Value left, Value right, Expression code) {
        Optional<Value> folded = fold(operator, left, right);
        if (folded.isPresent()) {
            return folded.get();
        }
        boolean lists = machine.heap().object(left).orElse(null) instanceof ListState
                || machine.heap().object(right).orElse(null) instanceof ListState;
        if (lists && (operator.equals("+") || operator.equals("*"))) {
            return concatenated(operator, left, right, code.span());
        }
        Data one = machine.data(left);
        Data other = machine.data(right);
        boolean text = Constants.text(left).isPresent() || Constants.text(right).isPresent();
        boolean named = one.origins().size() + other.origins().size() > 0;
        if (operator.equals("+") && text && !named && one.kind() == Gives.SAME && other.kind() == Gives.SAME) {
            // Nobody knows what it is, but a text is added to it: a path, not rows.
            return new Value.Unknown("a text");
        }
        if (operator.equals("+") && isTextOfOthers(one, other)) {
            Data both = Data.of(Gives.TEXT, machine.rows().none())
                    .influenced(AskCalls.shown(one, code.span()))
                    .influenced(AskCalls.shown(other, code.span()));
            return machine.make(both, code.span());
        }
        if (operator.equals("&") || operator.equals("|")) {
            judgements.shown(Judgements.COMPARISON, List.of(one, other), code.span());
            return machine.make(both(operator, one, other, code), code.span());
        }
        Optional<Expression.Binary> binary =
                code instanceof Expression.Binary known ? Optional.of(known) : Optional.empty();
        if (operator.equals("%") && Constants.text(left).isPresent() && other.is(Tag.SCORE)) {
            // A score in a message: who asks whether there is a message asks for no score.
            return new Value.Unknown("a text");
        }
        Data result =
                combined(one, other, InfluenceKind.SCALE).timed(trading.of(operator, one, other, binary, code.span()));
        return machine.make(
                operator.equals("-") ? judgements.compared(result, one, other, false, code.span()) : result,
                code.span());
    }

    /** Whether a text that was made of some rows is put beside other rows: examples and a question. */
    private static boolean isTextOfOthers(Data one, Data other) {
        return (one.kind() == Gives.TEXT || other.kind() == Gives.TEXT)
                && !one.rows().isNone()
                && !other.rows().isNone()
                && one.rows() != other.rows();
    }

    /** Row by row with another: what a number or a table of statistics brings is put to a use. */
    Data combined(Data one, Data other, InfluenceKind use) {
        boolean swap = one.rows().isNone()
                || one.rows().kind() == Rows.Kind.GROUPED && !other.rows().isNone();
        Data main = swap ? other : one;
        Data guest = swap ? one : other;
        boolean rows = !main.rows().isNone();
        boolean single =
                main.is(Tag.SINGLE) && (guest.is(Tag.SINGLE) || guest.rows().isNone());
        Data united = (single ? main : main.without(Tag.SINGLE))
                .influenced(rows ? used(guest, use) : guest.influences())
                .withTags(Sets.without(guest.tags(), Set.of(Tag.PER_COLUMN, Tag.SINGLE)))
                .withScores(guest.scores())
                .picking(Optional.empty())
                .timed(Times.of(one).and(Times.of(other)))
                .withOrigins(Sets.union(main.origins(), guest.origins()));
        return rows ? united.withKind(main.kind() == Gives.NUMBER ? guest.kind() : main.kind()) : united;
    }

    /** The influences of a value with its statistics put to a use. */
    static Set<Influence> used(Data data, InfluenceKind use) {
        return used(data.influences(), use);
    }

    /** Influences with their statistics put to a use. */
    static Set<Influence> used(Set<Influence> influences, InfluenceKind use) {
        Set<Influence> used = new LinkedHashSet<>();
        influences.forEach(influence -> used.add(influence.as(use)));
        return used;
    }

    /** The influences of a mask on the rows it keeps: not that it looked at neighbours, for their values do not flow on. */
    static Set<Influence> choosing(Data mask) {
        return chosen(mask, Influence::filtering);
    }

    /** The influences of labels on the rows that are left without theirs. */
    static Set<Influence> dropping(Data labels) {
        return chosen(labels, Influence::dropping);
    }

    private static Set<Influence> chosen(Data by, UnaryOperator<Influence> use) {
        Set<Influence> choosing = new LinkedHashSet<>();
        for (Influence influence : by.influences()) {
            if (!Times.isNeighbour(influence)) {
                choosing.add(use.apply(influence));
            }
        }
        return choosing;
    }

    /** A value on whose choice a test had a say. */
    Value influenced(Value value, Data test, Span span) {
        Data data = machine.data(value);
        if (data.rows().isNone() && !(machine.heap().object(value).orElse(null) instanceof Data)) {
            return value;
        }
        return machine.make(data.influenced(used(test, InfluenceKind.SUMMARY)), span, "if");
    }

    private Data both(String operator, Data one, Data other, Expression code) {
        Data united = combined(one, other, InfluenceKind.DISCRETISE);
        Condition whole = new Condition(Condition.Step.FILTER, Texts.of(code), 0, Optional.empty());
        boolean each =
                operator.equals("&") && one.picks().isPresent() && other.picks().isPresent();
        return united.timed(decided(united.timing()))
                .picking(Optional.of(
                        each ? whole.then(one.picks().get()).then(other.picks().get()) : whole));
    }

    Value unary(Expression.Unary unary, Value operand) {
        if (operand instanceof Value.OneOf several
                && several.alternatives().stream().allMatch(Value.Constant.class::isInstance)) {
            return new Value.OneOf(several.alternatives().stream()
                    .map(each -> unary(unary, each))
                    .toList());
        }
        if (unary.operator().equals("-") && operand instanceof Value.Constant constant) {
            if (constant.literal() instanceof Literal.Whole whole) {
                return new Value.Constant(new Literal.Whole(whole.value().negate()));
            }
            if (constant.literal() instanceof Literal.Real real) {
                return new Value.Constant(new Literal.Real(-real.value()));
            }
        }
        boolean negates = unary.operator().equals("~") || unary.operator().equals("not");
        if (negates && operand instanceof Value.Constant) {
            return Constants.truth(operand)
                    .<Value>map(truth -> new Value.Constant(new Literal.Truth(!truth)))
                    .orElse(operand);
        }
        Data data = machine.data(operand);
        boolean negatedMask =
                negates || unary.operator().equals("-") && data.picks().isPresent();
        return negatedMask
                ? machine.make(data.picking(data.picks().map(Condition::negated)), unary.span())
                : machine.make(data, unary.span());
    }

    Value compare(Expression.Comparison comparison, Value left, List<Value> operands) {
        if (operands.size() == 1
                && left instanceof Value.Constant one
                && operands.get(0) instanceof Value.Constant other) {
            String operator = comparison.operators().get(0);
            boolean equal = one.equals(other);
            if (operator.equals("==") || operator.equals("is")) {
                return new Value.Constant(new Literal.Truth(equal));
            }
            if (operator.equals("!=") || operator.equals("is not")) {
                return new Value.Constant(new Literal.Truth(!equal));
            }
        }
        Optional<Boolean> none = isNone(comparison, left, operands);
        if (none.isPresent()) {
            return new Value.Constant(new Literal.Truth(none.get()));
        }
        Data all = machine.data(left);
        for (Value operand : operands) {
            Data other = machine.data(operand);
            // A value of its own cuts in two; a choice of rows, which is no feature, if it is used so.
            Data result = combined(all, other, InfluenceKind.DISCRETISE);
            all = judgements
                    .compared(result, all, other, isOrder(comparison), comparison.span())
                    .timed(decided(result.timing()));
        }
        if (all.rows().isNone()) {
            boolean expression = machine.data(left).kind() == Gives.EXPRESSION;
            Data test = expression
                    ? all.withKind(Gives.EXPRESSION).picking(Optional.of(condition(comparison, left, operands)))
                    : all.withKind(Gives.NUMBER);
            return machine.make(test, comparison.span());
        }
        return machine.make(
                all.withKind(Gives.SERIES).picking(Optional.of(condition(comparison, left, operands))),
                comparison.span());
    }

    private static Timing decided(Timing timing) {
        return timing.reads().isEmpty() ? timing : timing.asDecided();
    }

    /** Whether what is known to be an object {@code is None}; empty for any other comparison, and where nobody knows. */
    private Optional<Boolean> isNone(Expression.Comparison comparison, Value left, List<Value> operands) {
        String operator = comparison.operators().get(0);
        boolean asks = operands.size() == 1 && Constants.isNone(operands.get(0)) && operator.startsWith("is");
        boolean sure = left instanceof Value.TupleValue
                || left instanceof Value.UserFunction
                || machine.heap()
                        .object(left)
                        .filter(state -> !(state instanceof Data data && data.is(Tag.ASSUMED)))
                        .isPresent();
        return asks && sure ? Optional.of(operator.equals("is not")) : Optional.empty();
    }

    /** The condition as a text: the column, the operator, the constant or the code. */
    private Condition condition(Expression.Comparison comparison, Value left, List<Value> operands) {
        Data data = machine.data(left);
        String subject = data.origins().size() == 1 && isColumn(comparison.left())
                ? data.origins().iterator().next()
                : Texts.of(comparison.left());
        StringBuilder text = new StringBuilder(subject);
        for (int index = 0; index < operands.size(); index++) {
            String value = operands.get(index) instanceof Value.Constant constant
                    ? Texts.literal(constant.literal())
                    : Texts.of(comparison.operands().get(index));
            text.append(' ')
                    .append(comparison.operators().get(index))
                    .append(' ')
                    .append(value);
        }
        return new Condition(Condition.Step.FILTER, text.toString(), 0, Optional.empty());
    }

    private static boolean isOrder(Expression.Comparison comparison) {
        return comparison.operators().get(0).startsWith("<")
                || comparison.operators().get(0).startsWith(">");
    }

    private static boolean isColumn(Expression expression) {
        return expression instanceof Expression.Attribute || expression instanceof Expression.Subscript;
    }

    Value logical(Expression.Logical logical, List<Value> operands) {
        Value all = operands.get(0);
        for (Value operand : operands.subList(1, operands.size())) {
            all = machine.heap().join(all, operand);
        }
        return all instanceof Value.Constant ? new Value.Unknown("a test") : all;
    }

    private Value concatenated(String operator, Value left, Value right, Span span) {
        if (operator.equals("*")) {
            boolean first = machine.heap().object(left).orElse(null) instanceof ListState;
            return repeated(first ? left : right, first ? right : left, span);
        }
        List<Value> items = new ArrayList<>();
        List<Value> rest = new ArrayList<>();
        for (Value each : List.of(left, right)) {
            Elements elements = Elements.of(machine, each, span);
            if (elements.known().isPresent()) {
                items.addAll(elements.known().get());
            } else {
                rest.add(elements.any());
            }
        }
        return machine.make(new ListState(items, rest.stream().reduce(machine.heap()::join)), span);
    }

    /** {@code [a, b] * 3}: several times the same, of which two tell as much as all. */
    private Value repeated(Value list, Value times, Span span) {
        Optional<ListState> state = machine.heap()
                .object(list)
                .filter(ListState.class::isInstance)
                .map(ListState.class::cast)
                .filter(each -> each.rest().isEmpty() && each.items().size() <= MOST_REPEATED);
        if (state.isEmpty() || Constants.whole(times).orElse(0) < 2) {
            return list;
        }
        List<Value> twice = new ArrayList<>(state.get().items());
        twice.addAll(state.get().items());
        return machine.make(new ListState(twice, Optional.empty()), span);
    }

    private static Optional<Value> fold(String operator, Value left, Value right) {
        if (!(left instanceof Value.Constant one && right instanceof Value.Constant other)) {
            return Optional.empty();
        }
        if (one.literal() instanceof Literal.Text first && other.literal() instanceof Literal.Text second) {
            return operator.equals("+")
                            && first.value().length() + second.value().length() < 10_000
                    ? Optional.of(Constants.text(first.value() + second.value()))
                    : Optional.empty();
        }
        if (!(one.literal() instanceof Literal.Whole first && other.literal() instanceof Literal.Whole second)
                || first.value().bitLength() > 60
                || second.value().bitLength() > 60) {
            return Optional.of(new Value.Unknown("a number"));
        }
        return switch (operator) {
            case "+" -> whole(first.value().add(second.value()));
            case "-" -> whole(first.value().subtract(second.value()));
            case "*" -> whole(first.value().multiply(second.value()));
            default -> Optional.of(new Value.Unknown("a number"));
        };
    }

    private static Optional<Value> whole(BigInteger number) {
        return Optional.of(new Value.Constant(new Literal.Whole(number)));
    }
}
