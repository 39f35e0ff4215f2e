package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What code says about the order of rows in time. */
final class Times {

    private static final Pattern WORD = Pattern.compile(
            "(^|[^a-z])(date|datetime|time|timestamp|day|month|year|yr|week|quarter|hour|minute|ds|dt|period|datum)([^a-z]|$)");

    private static final Pattern ENDING = Pattern.compile("(?<!up|candi|vali|man|of_birth)(date|datetime|timestamp)$");

    /** Functions whose rows are a series whatever they are asked for. */
    private static final Set<String> SERIES = Set.of(
            "yfinance.download", "pandas_datareader.data.DataReader", "pandas_datareader.DataReader", "quandl.get");

    /** What the returns of a series are called that come with the data. */
    private static final Pattern RETURN =
            Pattern.compile("(?i)(^|[^a-z])(log_?)?(rets?|returns?|pct_?ch(an)?ge?|chg)([^a-z]|$)");

    private static final Pattern LATER =
            Pattern.compile("(?i)(fwd|forward|future|next|target|label|lead|ahead|tomorrow|excess|total|cum)");

    private static final Set<String> MOVES = Set.of("shift", "tshift", "slice_shift", "lag", "lead", "roll");

    private static final Set<String> CHANGES = Set.of("diff", "pct_change");

    private Times() {}

    /** Whether a name is that of a time. Dates of birth order persons, not observations. */
    static boolean isName(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return !words.contains("birth")
                && !words.contains("built")
                && (WORD.matcher(words).find() || ENDING.matcher(words).find());
    }

    /** Whether rows are put in an order by a time. */
    static boolean isOrder(Optional<List<String>> names, Data by) {
        return names.map(list -> list.stream().anyMatch(Times::isName)).orElseGet(() -> by.is(Tag.DATES));
    }

    static boolean isSeries(String function) {
        return SERIES.contains(function);
    }

    /** Data whose rows have these labels. */
    static Data labelled(Data data, Data labels) {
        return labels.is(Tag.DATES) || labels.is(Tag.TIME_ORDERED) ? data.with(Tag.TIME_ORDERED) : data;
    }

    /** Data in the order that a sort gives it. */
    static Data sorted(Data data, boolean byTime, boolean descending) {
        Data ordered = data.without(Tag.NEWEST_FIRST);
        if (!byTime) {
            return ordered;
        }
        return descending ? ordered.with(Tag.TIME_SORTED).with(Tag.NEWEST_FIRST) : ordered.with(Tag.TIME_SORTED);
    }

    /** The influences on all columns, without those that say that neighbours were looked at in columns which keep them themselves. */
    static Set<Influence> general(Set<Influence> used, Data from) {
        Set<Influence> kept = new LinkedHashSet<>(used);
        kept.removeIf(influence ->
                isNeighbour(influence) && !from.columns().influences().contains(influence));
        return Sets.copy(kept);
    }

    static boolean isNeighbour(Influence influence) {
        return influence.kind().looksAhead() || influence.kind() == InfluenceKind.LAG;
    }

    /** A number that sums up many rows: it no longer matters that each was made of its neighbours. */
    static Data summed(Data data) {
        Set<Influence> rest = new LinkedHashSet<>(data.influences());
        rest.removeIf(influence -> isNeighbour(influence) || influence.kind() == InfluenceKind.SMOOTH);
        return data.withColumns(new Columns(
                        Map.of(), data.columns().dropped(), data.columns().selected(), Sets.copy(rest)))
                .without(Tag.TIME_ORDERED)
                .without(Tag.WINDOWED);
    }

    /** When data was known: a frame without more ado holds what its rows say. */
    static Timing of(Data data) {
        if (data.kind() != Gives.FRAME || data.rows().isNone()) {
            return data.timing();
        }
        return data.is(Tag.CHOSEN_COLUMNS)
                ? Timing.NOTHING
                : data.columns()
                        .selected()
                        .map(names -> ofColumns(data, names))
                        .orElseGet(() -> data.timingOfAll().ofAll());
    }

    private static Timing ofColumns(Data frame, Set<String> names) {
        Timing all = Timing.NOTHING;
        for (String name : names) {
            all = all.and(ofColumn(frame, name));
        }
        return all;
    }

    /** One row of the whole series: the first is known to all that follow, the last to none that went before. */
    static Timing ofRow(Timing series, Value index) {
        return Constants.isNegative(index) ? series.ofAll().shifted(-Timing.FAR) : Timing.NOTHING;
    }

    /** When a column of a frame was known. */
    static Timing ofColumn(Data frame, String name) {
        ColumnState own = frame.columns().own().get(name);
        if (own != null) {
            return own.timing();
        }
        if (isName(name)) {
            return Timing.NOTHING;
        }
        if (!frame.timing().reads().isEmpty()) {
            return frame.timing().reading(name);
        }
        Timing raw = Timing.of(name);
        boolean change = RETURN.matcher(name).find() && !LATER.matcher(name).find();
        return change ? raw.spread(1, 0).asChange(true) : raw;
    }

    /** When the results of a function were known: its tests, what it gives, or for want of both what it is given. */
    static Timing ofResults(Timing made, Timing tests, Data given) {
        Timing all = tests.reads().isEmpty() ? made : made.and(tests).asDecided();
        return all.reads().isEmpty() && given.kind() != Gives.FRAME ? given.timing() : all;
    }

    /** When what a model predicts from features was known; it decides. */
    static Timing ofPredictions(Data features) {
        Set<String> names = features.columns().selected().orElse(Set.of());
        Timing all = ofColumns(features, names);
        boolean known = !features.is(Tag.CHOSEN_COLUMNS) && !all.reads().isEmpty() && !names.contains(Columns.UNKNOWN);
        return known ? all.asDecided() : Timing.NOTHING;
    }

    /** Rows of other times: {@code shift}, {@code diff}, windows. */
    static Data moved(Data data, String function, OptionalInt given, boolean ahead) {
        String name = function.substring(function.lastIndexOf('.') + 1);
        int sign = data.is(Tag.NEWEST_FIRST) ? -1 : 1;
        int steps = sign * given.orElse(ahead ? -1 : 1);
        boolean window = name.startsWith("rolling") || name.equals("ewm") || name.equals("expanding");
        boolean wide = data.kind() == Gives.FRAME || data.kind() == Gives.SAME || data.kind() == Gives.WINDOW;
        Data known =
                wide && !data.is(Tag.CHOSEN_COLUMNS) ? data.timed(data.timing().ofAll()) : data;
        if (function.equals("numpy.diff")) {
            return data.timed(timing -> Timing.NOTHING);
        }
        if (MOVES.contains(name)) {
            return known.timed(timing -> timing.shifted(steps));
        }
        if (CHANGES.contains(name)) {
            return known.timed(timing -> changed(timing, steps));
        }
        boolean later = ahead || sign < 0;
        boolean earlier = ahead || sign > 0;
        return window ? known.timed(timing -> timing.spread(earlier ? Timing.FAR : 0, later ? Timing.FAR : 0)) : data;
    }

    private static Timing changed(Timing timing, int steps) {
        Timing all = timing.spread(Math.max(0, steps), Math.max(0, -steps));
        return all.decided() || all.reads().isEmpty() ? all : all.asChange(true);
    }

    /** Whether dates are read as the labels of rows. */
    static boolean readsDatesAsLabels(Arguments arguments) {
        Optional<Value> index = Optional.ofNullable(arguments.named().get("index_col"));
        Optional<String> name = index.flatMap(Constants::text);
        boolean first = index.isPresent() && name.isEmpty() && arguments.named().containsKey("parse_dates");
        return first || name.map(Times::isName).orElse(false);
    }
}
