package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Trade;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Strategies as libraries for backtests have them: freqtrade, backtrader, backtesting.py, vectorbt. */
final class Strategies {

    private static final List<String> TRENDS =
            List.of("populate_entry_trend", "populate_exit_trend", "populate_buy_trend", "populate_sell_trend");

    private static final Set<String> ORDERS =
            Set.of("enter_long", "enter_short", "exit_long", "exit_short", "buy", "sell");

    private static final Set<String> PORTFOLIOS = Set.of("from_signals", "from_orders");

    private static final Set<String> SIGNALS =
            Set.of("entries", "exits", "short_entries", "short_exits", "size", "order_size");

    private static final Pattern ORDER = Pattern.compile(
            "(?i)(^|[^a-z])(buy|sell|bought|sold|cash|shares|position|holdings?|order|trades?|signals?|balance|capital|enter|exit)([^a-z]|$)");

    private final Interpreter interpreter;
    private final Machine machine;

    Strategies(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** Follows freqtrade's methods in the order in which it calls them. */
    void follow(Value.UserClass type, Value self, Span span) {
        Optional<Value.UserFunction> indicators = method(type, "populate_indicators");
        if (indicators.isEmpty()) {
            return;
        }
        Data candles =
                Data.of(Gives.FRAME, machine.rows().root("candles", span)).with(Tag.TIME_ORDERED);
        Value frame = machine.make(candles, span, "candles");
        frame = populated(indicators.get(), self, frame, span);
        for (String name : TRENDS) {
            Optional<Value.UserFunction> trend = method(type, name);
            if (trend.isPresent()) {
                frame = populated(trend.get(), self, frame, span);
            }
        }
        Data ordered = machine.data(frame);
        for (String name : ORDERS) {
            if (ordered.columns().own().containsKey(name)) {
                signals(name, machine.data(Attributes.column(machine, ordered, name, span)), span);
            }
        }
    }

    private Optional<Value.UserFunction> method(Value.UserClass type, String name) {
        return interpreter
                .userCalls()
                .member(type, name)
                .filter(Value.UserFunction.class::isInstance)
                .map(Value.UserFunction.class::cast);
    }

    private Value populated(Value.UserFunction method, Value self, Value frame, Span span) {
        Value pair = new Value.Unknown("a pair");
        Value result =
                interpreter.userCalls().call(method.boundTo(self), new Arguments(List.of(frame, pair), Map.of()), span);
        return machine.hasRows(result) ? result : frame;
    }

    private void signals(String name, Data position, Span span) {
        machine.facts()
                .trade(
                        span,
                        name,
                        id -> new Trade(
                                id, span, Trade.Kind.SIGNALS, position, name, Optional.empty(), Trade.Evidence.NAMED));
    }

    /** {@code Portfolio.from_signals(close, entries, exits)}. */
    void portfolio(String function, Arguments arguments, Span span) {
        String name = function.substring(function.lastIndexOf('.') + 1);
        if (!function.startsWith("vectorbt") || !PORTFOLIOS.contains(name)) {
            return;
        }
        List<Value> positional = arguments.positional();
        for (int index = 1; index < Math.min(5, positional.size()); index++) {
            signals("argument " + index, machine.data(positional.get(index)), span);
        }
        arguments.named().forEach((key, value) -> {
            if (SIGNALS.contains(key)) {
                signals(key, machine.data(value), span);
            }
        });
    }

    /** {@code self.data} of a strategy of backtesting.py. */
    Optional<Value> attribute(InstanceState strategy, String name, Span span) {
        if (!name.equals("data") || !extendsFrom(strategy.type(), "backtesting.")) {
            return Optional.empty();
        }
        Data bars = Data.of(
                        Gives.FRAME,
                        machine.rows()
                                .root("bars", strategy.type().body().get(0).span()))
                .with(Tag.TIME_ORDERED);
        return Optional.of(machine.make(bars, span, "bars"));
    }

    /** {@code self.I(function, values)} of backtesting.py: an indicator, whose values at a bar the strategy decides by. */
    Optional<Value> indicator(
            InstanceState strategy, String name, Arguments arguments, Expression.Call call, Frame frame) {
        List<Value> given = arguments.positional();
        if (!name.equals("I") || given.isEmpty() || !extendsFrom(strategy.type(), "backtesting.")) {
            return Optional.empty();
        }
        Value values = interpreter
                .calls()
                .call(given.get(0), new Arguments(given.subList(1, given.size()), arguments.named()), call, frame);
        signals("indicator", machine.data(values), call.span());
        return Optional.of(values);
    }

    /** A line of backtrader at an index: 0 is now, 1 has not happened. */
    Optional<Value> line(Value object, Index index, Span span) {
        if (!isLine(object)) {
            return Optional.empty();
        }
        if (object instanceof Value.Member feeds && feeds.name().equals("datas")) {
            return Optional.of(object);
        }
        int at = index instanceof Index.Of of ? Constants.whole(of.value()).orElse(0) : 0;
        if (at > 0) {
            Data bar = Data.of(Gives.NUMBER, machine.rows().none());
            machine.facts()
                    .trade(
                            span,
                            "next bar",
                            id -> new Trade(
                                    id,
                                    span,
                                    Trade.Kind.NEXT_BAR,
                                    bar,
                                    "[" + at + "]",
                                    Optional.empty(),
                                    Trade.Evidence.NAMED));
        }
        return Optional.of(new Value.Unknown("a value of a line"));
    }

    private boolean isLine(Value object) {
        Value at = object;
        while (at instanceof Value.Member member) {
            at = member.receiver();
            if (machine.heap().object(at).orElse(null) instanceof InstanceState strategy) {
                return extendsFrom(strategy.type(), "backtrader.");
            }
        }
        return machine.estimator(at)
                .filter(indicator -> indicator.name().startsWith("backtrader.ind"))
                .isPresent();
    }

    private static boolean extendsFrom(Value.UserClass type, String library) {
        return type.bases().stream()
                .anyMatch(base ->
                        base instanceof Value.Library known && known.name().startsWith(library)
                                || base instanceof Value.UserClass parent && extendsFrom(parent, library));
    }

    /** A test that reads a row ahead of the loop's, and decides on an order. */
    void decided(Data test, Statement.If choice) {
        Optional<Influence> later = test.influences().stream()
                .filter(step -> step.kind() == InfluenceKind.INDEX_AHEAD)
                .filter(step -> isWithin(step.site(), choice.test().span()))
                .findFirst();
        if (later.isPresent() && choice.body().stream().anyMatch(Strategies::isOrder)) {
            machine.facts()
                    .trade(
                            choice.test().span(),
                            "order",
                            id -> new Trade(
                                    id,
                                    choice.test().span(),
                                    Trade.Kind.ORDER,
                                    test,
                                    later.get().what(),
                                    Optional.empty(),
                                    Trade.Evidence.NAMED));
        }
    }

    private static boolean isWithin(Span inner, Span outer) {
        boolean after = inner.line() > outer.line() || inner.line() == outer.line() && inner.column() >= outer.column();
        boolean before = inner.endLine() < outer.endLine()
                || inner.endLine() == outer.endLine() && inner.endColumn() <= outer.endColumn();
        return inner.cell().equals(outer.cell()) && after && before;
    }

    private static boolean isOrder(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return assign.targets().stream().map(Texts::of).anyMatch(Strategies::isOrder);
        }
        if (statement instanceof Statement.AugmentedAssign augmented) {
            return isOrder(Texts.of(augmented.target()));
        }
        return statement instanceof Statement.Evaluate evaluate
                && evaluate.value() instanceof Expression.Call call
                && isOrder(Texts.of(call.function()));
    }

    private static boolean isOrder(String text) {
        return ORDER.matcher(text.replace('_', ' ')).find();
    }
}
