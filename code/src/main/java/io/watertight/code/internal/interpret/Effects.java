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
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies what the knowledge base says of a call to the data that it is given. */
final class Effects {

    private final Machine machine;

    Effects(Machine machine) {
        this.machine = machine;
    }

    /** The result of a call on data; guests are further arguments whose statistics are put to the call's use. */
    Data apply(Effect effect, Data data, Arguments arguments, Span span) {
        boolean learns = effect.learnsIf()
                .map(condition -> holds(condition, effect.parameters(), arguments))
                .orElse(true);
        RowEffect rows = learns ? effect.rows() : RowEffect.SAME;
        Data result = data.withRows(rows(rows, data.rows(), span)).withKind(kind(effect, data, learns));
        if (rows != RowEffect.SAME) {
            result = result.picking(Optional.empty());
        }
        if (rows == RowEffect.PERMUTED && data.kind() == Gives.INDEX) {
            result = result.picking(data.picks());
        }
        if (learns && effect.learns() != Learns.NOTHING) {
            result = learnt(effect, data, result, rows, span);
        }
        if (looksAhead(effect.ahead(), effect.parameters(), arguments)) {
            Influence ahead = influence(InfluenceKind.LOOK_AHEAD, data, effect.name(), span, false);
            result = fromOtherRows(result.influenced(Set.of(ahead)).with(Tag.TIME_ORDERED));
        } else if (rows == RowEffect.GROUPED || data.kind() == Gives.GROUPED) {
            result = fromOtherRows(result);
        } else if (isLag(effect)) {
            result = fromOtherRows(result.with(Tag.TIME_ORDERED));
        }
        return result;
    }

    private static Data fromOtherRows(Data data) {
        return data.withOrigins(Sets.with(data.origins(), ColumnState.OTHER_ROWS));
    }

    private static boolean isLag(Effect effect) {
        String name = effect.name().substring(effect.name().lastIndexOf('.') + 1);
        return Set.of("shift", "diff", "pct_change", "rolling", "ewm", "expanding").contains(name);
    }

    private Data learnt(Effect effect, Data data, Data result, RowEffect rows, Span span) {
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
        Influence influence = new Influence(kind, span, read.rows(), simple, columns, supervised);
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
            case NEW -> machine.rows().root("", span);
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

    /** What is done with a statistic that a call is given: a mean that is given to fillna imputes. */
    static InfluenceKind use(String method) {
        String simple = method.substring(method.lastIndexOf('.') + 1);
        return switch (simple) {
            case "fillna", "fill_null", "replace", "where", "mask", "nan_to_num", "fill_nan", "interpolate" ->
                InfluenceKind.IMPUTE;
            case "map", "apply", "applymap", "transform" -> InfluenceKind.GROUP;
            case "merge", "join", "concat", "merge_asof", "assign", "insert", "concatenate", "hstack", "append",
                    "vstack", "column_stack" ->
                InfluenceKind.GROUP;
            case "drop", "filter", "reindex", "select", "delete" -> InfluenceKind.SELECT;
            case "query", "loc", "between", "isin" -> InfluenceKind.ROW_FILTER;
            default -> InfluenceKind.SCALE;
        };
    }

    Data guests(Data data, List<Value> guests, InfluenceKind use) {
        Set<Influence> all = new LinkedHashSet<>();
        Set<Integer> scores = new LinkedHashSet<>();
        for (Value guest : guests) {
            Data given = machine.data(guest);
            boolean own = given.rows() == data.rows() && !given.rows().isNone();
            all.addAll(own ? given.influences() : Operators.used(given, use));
            scores.addAll(given.scores());
        }
        return data.influenced(Sets.copy(all)).withScores(scores);
    }

    boolean looksAhead(Optional<Ahead> ahead, List<String> parameters, Arguments arguments) {
        if (ahead.isEmpty()) {
            return false;
        }
        Ahead test = ahead.get();
        Optional<Value> given = arguments.get(test.parameter(), parameters);
        return switch (test.test()) {
            case "always" -> true;
            case "negative" -> given.filter(Constants::isNegative).isPresent();
            case "true" -> given.flatMap(Constants::truth).orElse(false);
            case "missing" -> given.isEmpty() || given.filter(Constants::isNone).isPresent();
            case "one-of" -> given.flatMap(Effects::word).filter(test.values()::contains).isPresent();
            default -> false;
        };
    }

    boolean holds(Condition condition, List<String> parameters, Arguments arguments) {
        Optional<Value> given = arguments.get(condition.parameter(), parameters);
        boolean missing = given.isEmpty() || given.filter(Constants::isNone).isPresent();
        Optional<String> word = given.flatMap(Effects::word);
        return switch (condition.test()) {
            case MISSING -> missing;
            case GIVEN -> !missing;
            case NEGATIVE -> !missing && (word.isEmpty() || given.filter(Constants::isNegative).isPresent());
            case TRUE -> !missing && given.flatMap(Constants::truth).orElse(true);
            case NUMBER -> !missing && (isNumber(given.get()) || given.get() instanceof Value.Unknown);
            case ONE_OF -> !missing && word.map(condition.values()::contains).orElse(true);
            case NONE_OF -> missing || word.map(text -> !condition.values().contains(text)).orElse(true);
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
