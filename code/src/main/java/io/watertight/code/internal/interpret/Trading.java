package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Trade;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Positions that earn returns, as a backtest without orders works out the result of a strategy. */
final class Trading {

    private static final Pattern POSITION = Pattern.compile(
            "(?i)(signal|position|holding|exposure|allocation|(^|[^a-z])(pos|sig|weights?|side)([^a-z]|$))");

    private static final Pattern RESULT = Pattern.compile(
            "(?i)(strat|pnl|p&l|profit|equity|portfolio|wealth|capital|balance|backtest|cum_?ret|creturn|algo|system|(^|[^a-z])(port|perf)([^a-z]|$))");

    private static final Set<String> ADD_UP = Set.of("cumsum", "cumprod", "prod", "nancumsum", "nanprod", "nancumprod");

    private static final Set<String> MULTIPLY = Set.of("mul", "multiply", "dot");

    private static final Set<String> CHOOSE = Set.of("where", "mask");

    private static final Set<String> DECIDE = Set.of("sign", "rank", "cut", "qcut", "digitize", "select", "argsort");

    private final Machine machine;

    Trading(Machine machine) {
        this.machine = machine;
    }

    /** What an operation between two values makes of when they were known. */
    Timing of(String operator, Data one, Data other, Optional<Expression.Binary> code, Span span) {
        Timing left = Times.of(one);
        Timing right = Times.of(other);
        Timing both = left.and(right);
        switch (operator) {
            case "*", "@" -> {
                Optional<Timing> product = product(one, name(code.map(Expression.Binary::left)), other, span)
                        .or(() -> product(other, name(code.map(Expression.Binary::right)), one, span));
                return product.orElse(both);
            }
            case "-", "/" -> {
                boolean kept =
                        operator.equals("/") ? left.change() : !left.earned().isEmpty();
                return left.isLagOf(right) || kept ? both.asChange(true) : both;
            }
            default -> {
                return both;
            }
        }
    }

    private static String name(Optional<Expression> code) {
        return code.map(Texts::of).orElse("");
    }

    /** A position times a return. */
    Optional<Timing> product(Data position, String name, Data change, Span span) {
        Timing held = position.timing();
        Timing earned = change.timing();
        boolean decided = held.decided() || POSITION.matcher(name).find();
        if (!decided || held.change() || held.reads().isEmpty() || !earned.change()) {
            return Optional.empty();
        }
        int id = machine.facts()
                .trade(
                        span,
                        machine.path(),
                        number -> new Trade(
                                number,
                                span,
                                Trade.Kind.PRODUCT,
                                position,
                                name,
                                Optional.of(change),
                                Trade.Evidence.NONE));
        return Optional.of(held.and(earned).earning(id));
    }

    /** The result of a method or function of data, when it is known what it does with signals and returns. */
    Value after(String name, Data first, Arguments rest, Value result, Span span) {
        if (ADD_UP.contains(name) && first.timing().change()) {
            machine.facts().traded(first.timing().earned(), Trade.Evidence.ADDED_UP);
            return timed(result, first.timing().asChange(false));
        }
        if (MULTIPLY.contains(name) && rest.first().isPresent()) {
            Data other = machine.data(rest.first().get());
            return timed(result, of("*", first, other, Optional.empty(), span));
        }
        if (CHOOSE.contains(name) && rest.first().isPresent()) {
            return chosen(machine.data(rest.first().get()), List.of(first), result, span);
        }
        boolean decides =
                DECIDE.contains(name) && !machine.data(result).timing().reads().isEmpty();
        return decides ? timed(result, machine.data(result).timing().asDecided()) : result;
    }

    /** A choice between values by a test: of returns, it is a position that earns them. */
    Value chosen(Data test, List<Data> values, Value result, Span span) {
        List<Data> changes =
                values.stream().filter(value -> value.timing().change()).toList();
        // Returns less costs, or returns: that is no choice whether to earn them.
        Optional<Timing> product = changes.size() == 1 ? product(test, "", changes.get(0), span) : Optional.empty();
        if (product.isPresent()) {
            return timed(result, product.get());
        }
        Timing all = test.timing();
        for (Data value : values) {
            all = all.and(value.timing());
        }
        boolean decided = changes.isEmpty() && !test.timing().reads().isEmpty();
        return timed(result, decided ? all.asDecided() : all);
    }

    private Value timed(Value value, Timing timing) {
        if (value instanceof Value.Reference reference) {
            machine.heap().data(value).ifPresent(data -> machine.heap().set(reference, data.timed(timing)));
        }
        return value;
    }

    /** Something gets a name: the result of a strategy is called so. */
    static void named(Machine machine, String name, Data value) {
        Set<Integer> earned = value.timing().earned();
        if (!earned.isEmpty() && RESULT.matcher(name).find()) {
            machine.facts().traded(earned, Trade.Evidence.NAMED);
        }
    }
}
