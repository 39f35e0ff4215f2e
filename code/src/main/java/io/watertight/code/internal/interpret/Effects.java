package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Ahead;
import io.watertight.code.knowledge.Condition;
import io.watertight.code.knowledge.Effect;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.knowledge.Learns;
import io.watertight.code.knowledge.RowEffect;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.RowSets;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Applies what the knowledge base says of a call to the data that it is given. */
final class Effects {

    /** Values of earlier rows, unless they look ahead. Who asks for them has rows in an order. */
    private static final Set<String> LAGS =
            Set.of("shift", "diff", "pct_change", "rolling", "ewm", "expanding", "tshift", "lag", "lead");

    /** Those that say how many rows they go. */
    private static final Set<String> STEPPED = Set.of("shift", "diff", "pct_change");

    /** Only rows with times have these. */
    private static final Set<String> SERIES =
            Set.of("resample", "asfreq", "at_time", "between_time", "seasonal_decompose");

    private final Machine machine;

    Effects(Machine machine) {
        this.machine = machine;
    }

    /** The result of a call on data; guests are further arguments whose statistics are put to the call's use. */
    Data apply(Effect effect, Data data, Arguments arguments, Span span) {
        boolean learns = effect.learnsIf()
                .map(condition -> holds(condition, effect.parameters(), arguments))
                .orElse(true);
        // Along the columns it goes row by row: a series has no columns, so this is none.
        learns &= data.kind() != Gives.SERIES || !isAlongColumns(arguments);
        RowEffect rows = learns ? effect.rows() : RowEffect.SAME;
        Data result = data.withRows(rows(rows, data.rows(), span)).withKind(kind(effect, data, learns));
        if (rows == RowEffect.NONE) {
            Set<Integer> earned = data.timing().earned();
            result = result.timed(Timing.NOTHING.and(new Timing(0, 0, Set.of(), false, false, earned)));
        }
        if (rows != RowEffect.SAME) {
            result = result.picking(Optional.empty());
        }
        if (data.kind() == Gives.INDEX && (rows == RowEffect.PERMUTED || rows == RowEffect.DUPLICATE)) {
            result = rows == RowEffect.PERMUTED ? result.picking(data.picks()) : result.pickingAgain(data.picks());
        }
        if (learns && effect.learns() != Learns.NOTHING && !data.is(Tag.SINGLE)) {
            result = learnt(effect, rows == RowEffect.NONE ? Times.summed(result) : result, data, rows, span);
        }
        return neighbours(effect, data, result, arguments, span);
    }

    private static boolean isAlongColumns(Arguments arguments) {
        Optional<Value> axis = Optional.ofNullable(arguments.named().get("axis"));
        return axis.map(value -> Constants.whole(value).orElse(0) == 1
                        || Constants.text(value).filter("columns"::equals).isPresent())
                .orElse(false);
    }

    private static Data fromOtherRows(Data data) {
        return data.withOrigins(Sets.with(data.origins(), ColumnState.OTHER_ROWS));
    }

    /** What a row now knows of the rows before and after it. */
    private Data neighbours(Effect effect, Data data, Data result, Arguments arguments, Span span) {
        String name = effect.name().substring(effect.name().lastIndexOf('.') + 1);
        boolean ahead = looksAhead(effect.ahead(), effect.parameters(), arguments);
        boolean lag = LAGS.contains(name);
        boolean grouped = effect.rows() == RowEffect.GROUPED || data.kind() == Gives.GROUPED;
        InfluenceKind kind = ahead && !data.is(Tag.NEWEST_FIRST) ? InfluenceKind.LOOK_AHEAD : InfluenceKind.LAG;
        Optional<Value> steps = arguments.get("periods", 0).or(() -> arguments.get("n", 0));
        boolean repeated = machine.loops().stream().anyMatch(loop -> loop.round() < 0);
        OptionalInt number = STEPPED.contains(name) && !repeated
                ? steps.map(Constants::whole).orElse(OptionalInt.empty())
                : OptionalInt.empty();
        String what = number.isPresent() ? name + "(" + number.getAsInt() + ")" : name;
        OptionalInt given =
                effect.name().equals("numpy.roll") ? whole(arguments.get("shift", effect.parameters())) : whole(steps);
        Data moved = Times.moved(result, effect.name(), given, ahead);
        Data known = ahead || lag
                ? fromOtherRows(moved.influenced(Set.of(influence(kind, data, what, span, false))))
                : grouped ? fromOtherRows(moved) : moved;
        boolean series = SERIES.contains(name) && !effect.name().startsWith("sklearn.");
        return lag || series ? known.with(Tag.TIME_ORDERED) : known;
    }

    private static OptionalInt whole(Optional<Value> value) {
        return value.map(Constants::whole).orElse(OptionalInt.empty());
    }

    private Data learnt(Effect effect, Data result, Data data, RowEffect rows, Span span) {
        boolean summary = effect.learns() == Learns.SUMMARY || rows == RowEffect.GROUPED || rows == RowEffect.NONE;
        InfluenceKind kind = summary ? InfluenceKind.SUMMARY : InfluenceKind.of(effect.learns());
        if (kind == InfluenceKind.SMOOTH || kind == InfluenceKind.GROUP || !summary) {
            kind = InfluenceKind.of(effect.learns());
        }
        Influence influence = influence(kind, data, effect.name(), span, effect.supervised());
        Data with = result.influenced(Set.of(influence));
        return rows == RowEffect.NONE && (data.kind() == Gives.FRAME || data.kind() == Gives.ARRAY)
                ? with.with(Tag.PER_COLUMN)
                : with;
    }

    /** A step that reads rows now. */
    Influence influence(InfluenceKind kind, Data read, String name, Span span, boolean supervised) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Set<String> origins = Sets.without(read.origins(), Set.of(ColumnState.OTHER_ROWS));
        Set<String> columns = origins.isEmpty() ? read.columns().selected().orElse(Set.of()) : origins;
        Influence influence = new Influence(
                kind,
                span,
                read.rows(),
                simple,
                columns,
                supervised,
                read.columns().gone());
        if (kind != InfluenceKind.SUMMARY) {
            machine.facts().influence(influence);
        }
        return influence;
    }

    private Rows rows(RowEffect effect, Rows rows, Span span) {
        return switch (effect) {
            case SAME, UNION -> rows;
            case SUBSET -> machine.rows().subset(rows, span);
            case PERMUTED -> machine.rows().permuted(rows, span);
            case DUPLICATE -> machine.rows().duplicate(rows, span);
            case GROUPED -> machine.rows().grouped(rows, span);
            case NONE -> machine.rows().none();
            case NEW -> machine.rows().root(RowSets.MADE + span + "/" + machine.path(), span);
        };
    }

    private static Gives kind(Effect effect, Data data, boolean learns) {
        if (!learns && effect.gives() == Gives.NUMBER) {
            return Gives.SERIES;
        }
        if (effect.rows() == RowEffect.GROUPED && data.kind() == Gives.GROUPED) {
            return effect.gives() == Gives.SAME ? Gives.FRAME : effect.gives();
        }
        if (data.kind() == Gives.GROUPED && effect.gives() == Gives.SAME) {
            return Gives.SERIES;
        }
        if (data.kind() == Gives.WINDOW && effect.gives() == Gives.SAME) {
            return Gives.SERIES;
        }
        return effect.gives() == Gives.SAME ? data.kind() : effect.gives();
    }

    /** Whether a merge by time takes the next or the nearest record. */
    boolean isAsOfLater(Arguments arguments) {
        return Stream.of("direction", "strategy")
                .flatMap(name -> arguments.text(name, -1).stream())
                .anyMatch(word -> word.equals("forward") || word.equals("nearest"));
    }

    /** The columns that come from later records: those that are known to, or else all. */
    Data mergedLater(Data merged, Data other, String name, Span span) {
        Influence later = influence(InfluenceKind.LOOK_AHEAD, other, name, span, false);
        Optional<Set<String>> known = other.columns().selected();
        if (known.isEmpty()) {
            return merged.influenced(Set.of(later));
        }
        Columns columns = merged.columns();
        for (String column : known.get()) {
            ColumnState state = other.columns().column(column);
            if (!Times.isName(column)) {
                columns = columns.with(
                        column,
                        state.withInfluences(Sets.with(state.influences(), later))
                                .withTiming(Times.ofColumn(other, column)));
            }
        }
        return merged.withColumns(columns);
    }

    /** What is done with a statistic that a call is given: a mean that is given to fillna imputes. */
    static InfluenceKind use(String method) {
        String simple = method.substring(method.lastIndexOf('.') + 1);
        return switch (simple) {
            case "fillna", "fill_null", "replace", "where", "mask", "nan_to_num", "fill_nan", "interpolate" ->
                InfluenceKind.IMPUTE;
            case "cut", "qcut", "digitize", "searchsorted", "bucketize" -> InfluenceKind.DISCRETISE;
            // Numbers between two others are a statistic as long as nobody uses them.
            case "linspace", "arange", "logspace", "geomspace" -> InfluenceKind.SUMMARY;
            case "map", "apply", "applymap", "transform" -> InfluenceKind.GROUP;
            case "merge",
                    "join",
                    "concat",
                    "merge_asof",
                    "assign",
                    "insert",
                    "concatenate",
                    "hstack",
                    "append",
                    "vstack",
                    "column_stack" -> InfluenceKind.GROUP;
            case "drop", "filter", "reindex", "select", "delete" -> InfluenceKind.SELECT;
            // How many rows are drawn is no feature.
            case "query", "loc", "between", "isin", "resample", "sample" -> InfluenceKind.ROW_FILTER;
            default -> InfluenceKind.SCALE;
        };
    }

    Data guests(Data data, List<Value> guests, InfluenceKind use) {
        Set<Influence> all = new LinkedHashSet<>();
        Set<Integer> scores = new LinkedHashSet<>();
        Timing timing = data.timing();
        for (Value guest : guests) {
            Data given = machine.data(guest);
            boolean own = given.rows() == data.rows() && !given.rows().isNone();
            // Put together with other numbers, a statistic is still one.
            boolean kept =
                    own || data.rows().isNone() && data.kind() != Gives.COLUMNS && data.kind() != Gives.EXPRESSION;
            if (!data.rows().isNone() && !given.rows().isNone()) {
                timing = timing.and(given.timing());
            }
            all.addAll(kept ? given.influences() : Operators.used(given, use));
            scores.addAll(given.scores());
        }
        return data.influenced(Sets.copy(all)).withScores(scores).timed(timing);
    }

    boolean looksAhead(Optional<Ahead> ahead, List<String> parameters, Arguments arguments) {
        if (ahead.isEmpty()) {
            return false;
        }
        Ahead test = ahead.get();
        Optional<Value> given = arguments.get(test.parameter(), parameters);
        return switch (test.test()) {
            case ALWAYS -> true;
            case NEGATIVE -> given.filter(Constants::isNegative).isPresent();
            case TRUE -> given.flatMap(Constants::truth).orElse(false);
            case MISSING -> given.isEmpty() || given.filter(Constants::isNone).isPresent();
            case ONE_OF ->
                given.flatMap(Effects::word).filter(test.values()::contains).isPresent();
        };
    }

    boolean holds(Condition condition, List<String> parameters, Arguments arguments) {
        Optional<Value> given = arguments.get(condition.parameter(), parameters);
        boolean missing = given.isEmpty() || given.filter(Constants::isNone).isPresent();
        Optional<String> word = given.flatMap(Effects::word);
        return switch (condition.test()) {
            case MISSING -> missing;
            case GIVEN -> !missing;
            case NEGATIVE ->
                !missing
                        && (word.isEmpty()
                                || given.filter(Constants::isNegative).isPresent());
            case TRUE -> !missing && given.flatMap(Constants::truth).orElse(true);
            case NUMBER -> !missing && (isNumber(given.get()) || given.get() instanceof Value.Unknown);
            case ONE_OF -> !missing && word.map(condition.values()::contains).orElse(true);
            case NONE_OF ->
                missing || word.map(text -> !condition.values().contains(text)).orElse(true);
        };
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Constant constant
                && (constant.literal() instanceof Literal.Whole || constant.literal() instanceof Literal.Real);
    }

    private static Optional<String> word(Value value) {
        return value instanceof Value.Constant constant
                ? Optional.of(Constants.text(value).orElse(Texts.literal(constant.literal())))
                : Optional.empty();
    }
}
