package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that are made by expressions: {@code select} and {@code with_columns} of polars, {@code select} and {@code withColumn} of Spark.
 * What an expression learns, it learns from the rows of the frame that it is given to.
 */
final class FrameExpressions {

    private static final Set<String> ADD = Set.of("with_columns", "with_columns_seq", "withColumn");
    private static final Set<String> PICK = Set.of("select", "select_seq");

    /** What is not known to be a frame may be one: what a session reads looks like one of its attributes. */
    private static final Set<Gives> FRAMES = EnumSet.of(Gives.FRAME, Gives.SAME, Gives.SERIES);

    /** Functions of a whole column, behind which others may round or rename. */
    private static final Set<String> STATISTICS = Set.of(
            "mean",
            "avg",
            "median",
            "min",
            "max",
            "sum",
            "std",
            "stddev",
            "var",
            "variance",
            "quantile",
            "percentile_approx",
            "mode",
            "count",
            "n_unique",
            "countDistinct",
            "first",
            "last");

    private static final Set<String> AROUND = Set.of("alias", "cast", "round", "name");

    private final Machine machine;

    FrameExpressions(Machine machine) {
        this.machine = machine;
    }

    /**
     * What was made for columns.
     *
     * @param names none where only running the program would tell them
     * @param statistic whether it is one number of a whole column
     */
    private record Made(List<String> names, Data value, boolean statistic) {

        Made(List<String> names, Data value) {
            this(names, value, false);
        }
    }

    static boolean has(Data frame, String method, Arguments arguments) {
        return FRAMES.contains(frame.kind())
                && !frame.rows().isNone()
                && (ADD.contains(method) || PICK.contains(method) || isDrop(frame, method, arguments));
    }

    /** Without keywords, pandas drops rows where others drop columns. */
    private static boolean isDrop(Data frame, String method, Arguments arguments) {
        return method.equals("drop")
                && arguments.named().isEmpty()
                && (frame.is(Tag.DROPS_COLUMNS) || frame.rows().root().key().startsWith("getOrCreate"));
    }

    /** The frame after the call. */
    Data apply(Data frame, String method, Arguments arguments, Expression.Call call) {
        if (method.equals("drop")) {
            List<String> names = arguments.positional().stream()
                    .flatMap(value -> texts(value).stream())
                    .toList();
            return names.isEmpty()
                    ? frame.withColumns(frame.columns().without(Set.of(Columns.UNKNOWN)))
                            .with(Tag.CHOSEN_COLUMNS)
                    : frame.withColumns(frame.columns().without(names));
        }
        List<Made> all = made(method, arguments, call);
        if (PICK.contains(method) && !all.isEmpty() && all.stream().allMatch(Made::statistic)) {
            Set<Influence> read = new LinkedHashSet<>();
            all.forEach(made -> made.value()
                    .influences()
                    .forEach(step -> read.add(step.rows().isNone() ? step.from(frame.rows()) : step)));
            return Data.of(Gives.NUMBER, machine.rows().none()).influenced(read);
        }
        boolean known = all.stream().noneMatch(made -> made.names().isEmpty());
        Data result = frame.picking(Optional.empty());
        if (PICK.contains(method)) {
            List<String> names =
                    all.stream().flatMap(made -> made.names().stream()).toList();
            result = known
                    ? result.withColumns(frame.columns().only(names))
                    : result.withColumns(frame.columns().without(Set.of(Columns.UNKNOWN)))
                            .with(Tag.CHOSEN_COLUMNS);
        }
        for (Made made : all) {
            result = written(result, frame, made);
        }
        return result;
    }

    private static Data written(Data result, Data frame, Made made) {
        boolean plain = made.value().influences().isEmpty()
                && made.names().stream()
                        .allMatch(name -> made.value().origins().isEmpty()
                                || made.value().origins().equals(Set.of(name)));
        if (plain) {
            return result;
        }
        Set<Influence> learnt = learnt(made.value(), frame.rows());
        if (made.names().isEmpty()) {
            return result.influenced(learnt);
        }
        Columns columns = result.columns();
        for (String name : made.names()) {
            Set<Influence> before = new LinkedHashSet<>(learnt);
            made.value()
                    .origins()
                    .forEach(origin ->
                            before.addAll(frame.columns().column(origin).influences()));
            columns = columns.with(name, ColumnState.of(made.value(), before));
        }
        return result.withColumns(columns);
    }

    /** What an expression learns from rows: a mean over groups is one of the groups. */
    private static Set<Influence> learnt(Data value, Rows rows) {
        Set<Influence> all = value.influences();
        boolean groups = all.stream().anyMatch(step -> step.kind() == InfluenceKind.GROUP);
        boolean statistic = all.stream().anyMatch(step -> step.kind() == InfluenceKind.SUMMARY);
        Set<Influence> learnt = new LinkedHashSet<>();
        for (Influence step : all) {
            Influence used = step.as(groups ? InfluenceKind.GROUP : InfluenceKind.SCALE);
            if (!(groups && statistic && step.kind() == InfluenceKind.GROUP)) {
                learnt.add(used.rows().isNone() ? used.from(rows) : used);
            }
        }
        return learnt;
    }

    private List<Made> made(String method, Arguments arguments, Expression.Call call) {
        List<Made> all = new ArrayList<>();
        List<Expression> positional = call.arguments().stream()
                .filter(argument -> argument.name().isEmpty())
                .map(Argument::value)
                .toList();
        boolean aligned = positional.size() == arguments.positional().size()
                && positional.stream().noneMatch(Expression.Starred.class::isInstance);
        if (method.equals("withColumn") && aligned && positional.size() == 2) {
            return List.of(new Made(
                    names(positional.get(0)),
                    machine.data(arguments.positional().get(1))));
        }
        for (int index = 0; index < arguments.positional().size(); index++) {
            Value value = arguments.positional().get(index);
            Optional<Expression> code = aligned ? Optional.of(positional.get(index)) : Optional.empty();
            List<Expression> elements = code.filter(Expression.ListDisplay.class::isInstance)
                    .map(list -> ((Expression.ListDisplay) list).elements())
                    .orElse(List.of());
            List<Value> items = machine.heap().object(value).orElse(null) instanceof ListState list
                            && list.rest().isEmpty()
                            && list.items().size() == elements.size()
                    ? list.items()
                    : List.of();
            if (items.isEmpty()) {
                List<String> names = code.map(FrameExpressions::names).orElse(List.of());
                boolean statistic = code.filter(FrameExpressions::isStatistic).isPresent();
                all.add(new Made(names.isEmpty() ? texts(value) : names, machine.data(value), statistic));
            }
            for (int item = 0; item < items.size(); item++) {
                Expression element = elements.get(item);
                all.add(new Made(names(element), machine.data(items.get(item)), isStatistic(element)));
            }
        }
        arguments.named().forEach((name, value) -> all.add(new Made(List.of(name), machine.data(value))));
        return all;
    }

    /** The names in a text or a list of texts that a variable holds. */
    private List<String> texts(Value value) {
        return new ColumnSelections(machine).names(value).orElse(List.of());
    }

    /** What the columns of an expression are called: by its alias, else as the first column that it reads. */
    private static List<String> names(Expression expression) {
        if (expression instanceof Expression.Constant constant && constant.value() instanceof Literal.Text text) {
            return List.of(text.value());
        }
        if (expression instanceof Expression.ListDisplay list) {
            return all(list.elements());
        }
        if (expression instanceof Expression.Binary binary) {
            return names(binary.left());
        }
        if (!(expression instanceof Expression.Call call)) {
            return List.of();
        }
        boolean method = call.function() instanceof Expression.Attribute attribute
                && !(attribute.object() instanceof Expression.Name);
        List<Expression> given = call.arguments().stream().map(Argument::value).toList();
        String name = call.function() instanceof Expression.Attribute attribute
                ? attribute.name()
                : call.function() instanceof Expression.Name simple ? simple.id() : "";
        if (name.equals("col") && !method || name.equals("alias")) {
            return all(given);
        }
        boolean renames = name.equals("prefix") || name.equals("suffix");
        return method && !renames ? names(((Expression.Attribute) call.function()).object()) : List.of();
    }

    private static boolean isStatistic(Expression expression) {
        if (!(expression instanceof Expression.Call call)) {
            return false;
        }
        if (call.function() instanceof Expression.Name function) {
            return STATISTICS.contains(function.id());
        }
        return call.function() instanceof Expression.Attribute attribute
                && (STATISTICS.contains(attribute.name())
                        || AROUND.contains(attribute.name()) && isStatistic(attribute.object()));
    }

    private static List<String> all(List<Expression> expressions) {
        List<String> all = new ArrayList<>();
        for (Expression expression : expressions) {
            List<String> names = names(expression);
            if (names.isEmpty()) {
                return List.of();
            }
            all.addAll(names);
        }
        return all;
    }
}
