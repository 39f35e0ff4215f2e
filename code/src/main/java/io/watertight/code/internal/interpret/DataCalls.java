package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Grouping;
import io.watertight.code.knowledge.Action;
import io.watertight.code.knowledge.Effect;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Methods of frames, columns and arrays. */
final class DataCalls {

    /** Methods of names of columns that give other names. */
    private static final Set<String> OTHER_NAMES =
            Set.of("difference", "drop", "intersection", "delete", "symmetric_difference", "append", "union", "insert");

    /** Methods that change a list of names where it is. */
    private static final Set<String> CHANGES = Set.of("remove", "extend");

    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "equal", "equals", "sub", "subtract");

    private final Interpreter interpreter;
    private final Machine machine;
    private final Effects effects;
    private final NetworkCalls networks;
    private final Judgements judgements;
    private final Gaps gaps;

    DataCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.effects = new Effects(machine);
        this.networks = new NetworkCalls(machine);
        this.judgements = new Judgements(machine);
        this.gaps = new Gaps(interpreter);
    }

    Value call(
            Value.Reference receiver, Data data, String name, Arguments arguments, Expression.Call call, Frame frame) {
        Span span = call.span();
        judgements.chosen(name, data, span);
        if (data.kind() == Gives.COLUMNS && CHANGES.contains(name)) {
            Set<Influence> choice = new LinkedHashSet<>(Operators.used(machine.control(), InfluenceKind.SELECT));
            arguments.all().forEach(value -> choice.addAll(Operators.used(machine.data(value), InfluenceKind.SELECT)));
            machine.heap().set(receiver, data.influenced(choice));
            return Constants.NONE;
        }
        if (data.kind() == Gives.COLUMNS && OTHER_NAMES.contains(name)) {
            Data names = data.withColumns(new Columns(
                    Map.of(), Set.of(), Optional.empty(), data.columns().allInfluences()));
            return machine.make(effects.guests(names, arguments.all(), Effects.use(name)), span);
        }
        if (COMPARISONS.contains(name) && arguments.first().isPresent()) {
            Optional<Value> held =
                    judgements.held(List.of(receiver, arguments.first().get()), span);
            if (held.isPresent()) {
                return held.get();
            }
        }
        Optional<Value> special = special(receiver, data, name, arguments, call, frame);
        if (special.isPresent()) {
            return special.get();
        }
        Optional<Effect> effect = Calls.kinds(data.kind()).stream()
                .flatMap(kind -> machine.knowledge().method(kind, name).stream())
                .findFirst();
        if (effect.isEmpty()) {
            Data result =
                    effects.guests(data, arguments.all(), Effects.use(name)).picking(Optional.empty());
            return machine.make(result, span);
        }
        if (effect.get().action() == Action.SHOW) {
            return new Value.Unknown(name);
        }
        Data result = effects.apply(effect.get(), data, arguments, span);
        if (name.equals("select_dtypes") || name.equals("filter") || name.equals("join") || name.equals("merge")) {
            result = result.withColumns(result.columns().without(Set.of(Columns.UNKNOWN)));
        }
        result = effects.guests(result, arguments.all(), Effects.use(name));
        if (name.equals("dropna")) {
            result = result.withRows(gaps.left(data.rows(), arguments, span).orElse(result.rows()));
        }
        return finished(receiver, effect.get(), result, arguments, call, frame);
    }

    /** The result as a new object, or as what the receiver now is. */
    private Value finished(
            Value.Reference receiver,
            Effect effect,
            Data result,
            Arguments arguments,
            Expression.Call call,
            Frame frame) {
        boolean inplace = effect.inplace() == Effect.Inplace.ALWAYS
                || effect.inplace() == Effect.Inplace.ON_REQUEST && arguments.isTrue("inplace", -1);
        if (!inplace) {
            return machine.make(result, call.span());
        }
        replace(receiver, result, call, frame);
        return Constants.NONE;
    }

    private void replace(Value.Reference receiver, Data result, Expression.Call call, Frame frame) {
        machine.heap().set(receiver, result);
        if (call.function() instanceof Expression.Attribute method
                && !(method.object() instanceof Expression.Name)
                && !(method.object() instanceof Expression.Call)) {
            interpreter.assignments().assign(method.object(), receiver, frame);
        }
    }

    private Optional<Value> special(
            Value.Reference receiver, Data data, String name, Arguments arguments, Expression.Call call, Frame frame) {
        Span span = call.span();
        if (FrameExpressions.has(data, name, arguments)) {
            return Optional.of(machine.make(new FrameExpressions(machine).apply(data, name, arguments, call), span));
        }
        switch (name) {
            case "copy", "to_numpy", "as_matrix", "to_frame", "tolist", "to_list", "numpy", "toarray", "todense" -> {
                Gives kind = name.equals("copy") ? data.kind() : name.equals("to_frame") ? Gives.FRAME : Gives.ARRAY;
                return Optional.of(machine.make(data.withKind(kind), span));
            }
            case "drop" -> {
                return Optional.of(drop(receiver, data, arguments, call, frame));
            }
            case "pop" -> {
                Optional<String> column = arguments.text("item", 0);
                if (column.isPresent()) {
                    Value popped = Attributes.column(machine, data, column.get(), span);
                    machine.heap().set(receiver, data.withColumns(data.columns().without(Set.of(column.get()))));
                    return Optional.of(popped);
                }
                return Optional.empty();
            }
            case "keys" -> {
                return data.is(Tag.PER_COLUMN)
                        ? Optional.of(new Attributes(interpreter).get(receiver, "index", span))
                        : Optional.empty();
            }
            case "iterrows", "itertuples" -> {
                Value row = machine.make(data.withKind(Gives.SAME), span, "row");
                Value element = name.equals("iterrows")
                        ? new Value.TupleValue(List.of(new Value.Unknown("a row number"), row))
                        : row;
                return Optional.of(machine.make(new ListState(List.of(), Optional.of(element)), span));
            }
            case "groupby" -> {
                grouped(data, arguments, span);
                return Optional.of(machine.make(data.withKind(Gives.GROUPED), span));
            }
            case "groupBy", "group_by" -> {
                grouped(data, arguments, span);
                return Optional.empty();
            }
            case "assign" -> {
                return Optional.of(assign(data, arguments, call));
            }
            case "apply", "map", "applymap", "transform", "agg", "aggregate", "pipe" -> {
                return applied(data, name, arguments, call, frame);
            }
            case "sample" -> {
                return Optional.of(sample(data, arguments, span));
            }
            case "head", "tail", "limit" -> {
                boolean known =
                        data.kind() != Gives.GROUPED && !arguments.positional().isEmpty();
                return known ? Optional.of(ends(data, name, call)) : Optional.empty();
            }
            case "isin" -> {
                return isin(data, arguments, span);
            }
            case "isnull", "isna", "notnull", "notna", "duplicated" -> {
                return Optional.of(machine.make(data.picking(Optional.of(gaps.where(data, name, call))), span));
            }
            case "align" -> {
                Data other = arguments.first().map(machine::data).orElse(data);
                return Optional.of(new Value.TupleValue(
                        List.of(machine.make(data, span, "left"), machine.make(other, span, "right"))));
            }
            case "query" -> {
                String text = arguments.text("expr", 0).orElse(Texts.of(call));
                return Optional.of(
                        machine.make(data.withRows(machine.rows().filter(data.rows(), text, false, span)), span));
            }
            case "filter" -> {
                // A test of each row, as in Polars and Spark; pandas' own filter is given names.
                return arguments
                        .first()
                        .filter(test -> machine.data(test).picks().isPresent())
                        .map(test -> machine.make(interpreter.selections().rows(data, new Index.Of(test), span), span));
            }
            case "append", "union", "unionAll", "vstack", "concatenate" -> {
                List<Rows> all = new ArrayList<>(List.of(data.rows()));
                arguments.all().forEach(value -> all.add(machine.data(value).rows()));
                Data joined = arguments
                        .first()
                        .map(other -> machine.heap().join(data, machine.data(other)))
                        .orElse(data);
                Rows united = machine.rows().union(all, span);
                List<Data> members = new ArrayList<>(List.of(data));
                arguments.all().forEach(value -> members.add(machine.data(value)));
                machine.stacked(united, members);
                boolean again = all.stream().filter(rows -> rows == data.rows()).count() > 1;
                return Optional.of(
                        machine.make(joined.withRows(again ? machine.rows().duplicate(united, span) : united), span));
            }
            case "merge", "join", "merge_asof", "join_asof" -> {
                return Optional.of(merge(data, name, arguments, span));
            }
            case "corrwith" -> {
                return Optional.of(machine.make(
                        Data.of(Gives.NUMBER, machine.rows().none())
                                .with(Tag.PER_COLUMN)
                                .influenced(Set.of(effects.influence(InfluenceKind.SUMMARY, data, name, span, false))),
                        span));
            }
            case "sort_values", "sort_index", "set_index" -> {
                return Optional.of(sorted(receiver, data, name, arguments, call, frame));
            }
            case "randomSplit", "split_frame" -> {
                return Optional.of(new Splits(machine).random(data, arguments, span));
            }
            case "train_test_split" -> {
                return Optional.of(new Splits(machine).dataset(data, arguments, span));
            }
            case "take", "skip" -> {
                if (data.kind() == Gives.DATASET || data.kind() == Gives.SAME && data.is(Tag.ASSUMED)) {
                    return Optional.of(taken(data, name, arguments, span));
                }
                return Optional.empty();
            }
            case "backward" -> {
                networks.learns(data, span);
                return Optional.of(Constants.NONE);
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private void grouped(Data data, Arguments arguments, Span span) {
        arguments
                .get("by", 0)
                .flatMap(keys -> interpreter.selections().columns().names(keys))
                .ifPresent(keys -> machine.facts().grouping(span, id -> new Grouping(id, span, data, Sets.copy(keys))));
    }

    private Value drop(Value.Reference receiver, Data data, Arguments arguments, Expression.Call call, Frame frame) {
        Span span = call.span();
        Optional<Value> named = Optional.ofNullable(arguments.named().get("columns"));
        boolean byColumn = named.isPresent()
                || arguments.get("axis", 1).map(DataCalls::isColumnAxis).orElse(false);
        Optional<Value> what = named.or(() -> arguments.get("labels", 0))
                .or(() -> Optional.ofNullable(arguments.named().get("index")));
        Data result = data;
        if (what.isPresent()) {
            Data given = machine.data(what.get());
            if (byColumn) {
                Optional<List<String>> names =
                        interpreter.selections().columns().names(what.get());
                result = data.withColumns(data.columns().without(names.orElse(List.of(Columns.UNKNOWN))));
                result = names.isPresent() ? result : result.with(Tag.CHOSEN_COLUMNS);
                result = result.influenced(Operators.used(given, InfluenceKind.SELECT))
                        .influenced(Operators.used(machine.control(), InfluenceKind.SELECT));
            } else {
                result = given.picks()
                        .map(condition ->
                                data.withRows(interpreter.selections().pick(data.rows(), condition.negated(), span)))
                        .orElseGet(() -> data.withRows(machine.rows().subset(data.rows(), span)))
                        .influenced(Operators.dropping(given));
            }
        }
        if (arguments.isTrue("inplace", 5)) {
            replace(receiver, result, call, frame);
            return Constants.NONE;
        }
        return machine.make(result, span);
    }

    private static boolean isColumnAxis(Value axis) {
        return Constants.whole(axis).orElse(0) == 1
                || Constants.text(axis).filter("columns"::equals).isPresent();
    }

    private Value assign(Data data, Arguments arguments, Expression.Call call) {
        Data result = data;
        for (Map.Entry<String, Value> each : arguments.named().entrySet()) {
            Value value = each.getValue();
            if (value instanceof Value.UserFunction function) {
                Value frameNow = machine.make(result, call.span(), "assign");
                value = interpreter.userCalls().call(function, new Arguments(List.of(frameNow), Map.of()), call.span());
            }
            Data column = machine.data(value);
            result = result.withColumns(result.columns()
                    .with(each.getKey(), ColumnState.of(column, Operators.used(column, InfluenceKind.SCALE))));
        }
        return machine.make(result, call.span());
    }

    /** A function applied to rows, groups or windows: what it closes over influences the result. */
    private Optional<Value> applied(Data data, String name, Arguments arguments, Expression.Call call, Frame frame) {
        Optional<Value> given = arguments.first();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Value function = given.get();
        boolean grouped = data.kind() == Gives.GROUPED || data.kind() == Gives.WINDOW;
        if (grouped) {
            return Optional.empty();
        }
        if (function instanceof Value.UserFunction || function instanceof Value.OneOf) {
            boolean whole = name.equals("pipe");
            boolean perColumn = name.equals("apply")
                    && data.kind() == Gives.FRAME
                    && !arguments.get("axis", 1).map(DataCalls::isColumnAxis).orElse(false);
            Data row = whole || perColumn
                    ? data
                    : data.withRows(machine.rows().none()).withKind(Gives.SAME);
            Value element = machine.make(row, call.span(), "row");
            Arguments inside = new Arguments(List.of(element), Map.of());
            Set<Influence> tests = new LinkedHashSet<>();
            Value result = machine.judging(tests, () -> interpreter.calls().call(function, inside, call, frame));
            if (whole) {
                return Optional.of(result);
            }
            Data made = machine.data(result);
            Timing timing = Times.ofResults(made.timing(), machine.judged(), data);
            // Where a statistic decides between values of its own, rows are cut at it.
            boolean cut = made.rows().isNone() && made.influences().isEmpty() && !perColumn;
            Data mapped = data.influenced(Operators.used(made, InfluenceKind.SCALE))
                    .influenced(cut ? Operators.used(tests, InfluenceKind.DISCRETISE) : Set.of())
                    .picking(Optional.empty());
            Data answered = new AskCalls(machine).ofEach(mapped, made, call.span());
            return Optional.of(machine.make(answered.timed(timing).withOrigins(data.origins()), call.span()));
        }
        if (machine.heap().object(function).orElse(null) instanceof DictState dict) {
            Data values = machine.data(function);
            boolean learnt = !dict.entries().isEmpty() || dict.rest().isPresent();
            Data mapped = learnt ? data.influenced(Operators.used(values, InfluenceKind.ENCODE)) : data;
            return Optional.of(machine.make(mapped.picking(Optional.empty()), call.span()));
        }
        if (machine.heap().data(function).isPresent() && (name.equals("map") || name.equals("transform"))) {
            Set<Influence> looked = Operators.used(machine.data(function), InfluenceKind.GROUP);
            looked.removeAll(new CrossFits(machine).apart(looked, data.rows()));
            return Optional.of(machine.make(data.influenced(looked).picking(Optional.empty()), call.span()));
        }
        return name.equals("transform") && data.kind() != Gives.FRAME
                ? Optional.empty()
                : Optional.of(machine.make(data.picking(Optional.empty()), call.span()));
    }

    private Value sample(Data data, Arguments arguments, Span span) {
        boolean all = arguments
                .get("frac", 1)
                .map(value -> Constants.whole(value).orElse(0) == 1 || isOne(value))
                .orElse(false);
        if (arguments.isTrue("replace", 2)) {
            return machine.make(data.withRows(machine.rows().duplicate(data.rows(), span)), span);
        }
        Rows rows = all
                ? machine.rows().permuted(data.rows(), span)
                : machine.rows().part(data.rows(), "sample " + seed(arguments, span), 0, span);
        return machine.make(data.withRows(rows).picking(Optional.empty()), span);
    }

    /** {@code head(n)} and {@code tail(n)}; {@code tail(all - n)} is what {@code head(n)} leaves. */
    private Value ends(Data data, String name, Expression.Call call) {
        Expression count = call.arguments().get(0).value();
        boolean rest = name.equals("tail")
                && count instanceof Expression.Binary minus
                && minus.operator().equals("-");
        String text = Texts.of(rest ? ((Expression.Binary) count).right() : count);
        boolean number = text.matches("\\d{1,15}");
        String from = !name.equals("tail") ? "" : rest ? text : number ? "-" + text : "";
        Rows rows = name.equals("tail") && from.isEmpty()
                ? machine.rows().subset(data.rows(), call.span())
                : machine.rows().slice(data.rows(), from, name.equals("tail") ? "" : text, call.span());
        return machine.make(data.withRows(rows).picking(Optional.empty()), call.span());
    }

    private static String seed(Arguments arguments, Span span) {
        return Optional.ofNullable(arguments.named().get("random_state"))
                .filter(Value.Constant.class::isInstance)
                .map(value -> "seed " + Texts.literal(((Value.Constant) value).literal())
                        + arguments.named().keySet())
                .orElse(span.start());
    }

    private static boolean isOne(Value value) {
        return value instanceof Value.Constant constant
                && constant.literal() instanceof Literal.Real real
                && real.value() == 1.0;
    }

    /** {@code df.index.isin(train.index)} picks the rows of train. */
    private Optional<Value> isin(Data data, Arguments arguments, Span span) {
        Optional<Data> other = arguments.first().map(machine::data);
        if (data.kind() == Gives.INDEX
                && other.isPresent()
                && other.get().picks().isPresent()) {
            return Optional.of(
                    machine.make(data.withKind(Gives.SERIES).picking(other.get().picks()), span));
        }
        String key = data.origins() + " in "
                + other.map(values -> values.rows().isNone()
                                ? span.line() + ""
                                : "" + values.rows().id())
                        .orElse("");
        Condition condition = new Condition(Condition.Step.FILTER, key, 0, Optional.empty());
        return Optional.of(machine.make(data.withKind(Gives.SERIES).picking(Optional.of(condition)), span));
    }

    /** Columns of another frame beside those of a frame. */
    Value merge(Data data, String name, Arguments arguments, Span span) {
        Optional<Value> right = arguments.get("right", 0).or(() -> arguments.get("other", 0));
        Data other = right.map(machine::data)
                .orElseGet(() -> Data.of(Gives.FRAME, machine.rows().none()));
        Columns columns = data.columns().or(other.columns().influenced(Set.of()));
        Data merged = data.withColumns(new Columns(
                        columns.own(),
                        columns.dropped(),
                        Optional.empty(),
                        data.columns().influences()))
                .influenced(Times.general(Operators.used(other, InfluenceKind.GROUP), other));
        if (effects.isAsOfLater(arguments)) {
            merged = effects.mergedLater(merged, other, name, span);
        }
        return machine.make(merged.withKind(Gives.FRAME).withTags(onlyTime(other)), span);
    }

    private static Set<Tag> onlyTime(Data data) {
        return data.is(Tag.TIME_ORDERED) ? Set.of(Tag.TIME_ORDERED) : Set.of();
    }

    private Value sorted(
            Value.Reference receiver, Data data, String name, Arguments arguments, Expression.Call call, Frame frame) {
        Optional<Value> by = arguments.get(name.equals("set_index") ? "keys" : "by", 0);
        boolean time = by.map(value ->
                        Times.isOrder(interpreter.selections().columns().names(value), machine.data(value)))
                .orElse(name.equals("sort_index") && data.is(Tag.TIME_ORDERED));
        Data result = name.equals("set_index")
                ? time ? data.with(Tag.TIME_ORDERED) : data
                : Times.sorted(data, time, arguments.isFalse("ascending", 2));
        if (name.equals("sort_values") && !data.rows().isNone()) {
            result = result.withRows(machine.rows().permuted(data.rows(), call.span()));
        }
        if (arguments.isTrue("inplace", -1)) {
            replace(receiver, result, call, frame);
            return Constants.NONE;
        }
        return machine.make(result, call.span());
    }

    private Value taken(Data data, String name, Arguments arguments, Span span) {
        String bound = arguments
                .first()
                .map(value -> value instanceof Value.Constant constant ? Texts.literal(constant.literal()) : "n")
                .orElse("n");
        Rows rows = name.equals("take")
                ? machine.rows().slice(data.rows(), "", bound, span)
                : machine.rows().slice(data.rows(), bound, "", span);
        return machine.make(data.withRows(rows), span);
    }

    /** A method behind an accessor, such as {@code df.a.str.lower()}: row by row, except codes and dummies. */
    Value accessor(Value.Member accessor, String name, Arguments arguments, Span span) {
        Data data = machine.data(accessor.receiver());
        String kind = accessor.name().equals("dt") ? "dates" : "text";
        Data result = machine.knowledge()
                .method(kind, name)
                .map(effect -> effects.apply(effect, data, arguments, span))
                .orElse(data);
        Set<Tag> tags = accessor.name().equals("dt") ? Set.of(Tag.DATES) : Set.of();
        if (result.rows().kind() == Rows.Kind.NONE || result.kind() != Gives.SERIES) {
            result = result.withKind(result.rows().isNone() ? Gives.NUMBER : Gives.SERIES);
        }
        return machine.make(effects.guests(result.withTags(tags), arguments.all(), InfluenceKind.SCALE), span);
    }
}
