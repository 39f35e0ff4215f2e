package io.watertight.engine.sql;

import io.watertight.core.data.ColumnProfile;
import io.watertight.core.data.PartProfile;
import io.watertight.core.data.TableProfile;
import io.watertight.core.statistic.Scope;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.Queries.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first scan: every column over all rows, about a hundred columns a query. */
public final class Profiles {

    /** Columns profiled by one query. */
    static final int BATCH = 100;

    private static final int MEASURES = 7;

    /** A double holds all whole numbers below; readers call none beyond integral. */
    private static final double LARGEST_INTEGRAL = 9e15;

    private final Queries queries;
    private final Source source;
    private final boolean trusting;
    private final Map<Part, Long> partRows = new EnumMap<>(Part.class);
    private long rows;

    public Profiles(Queries queries, Source source) {
        this(queries, source, false);
    }

    private Profiles(Queries queries, Source source, boolean trusting) {
        this.queries = queries;
        this.source = source;
        this.trusting = trusting;
    }

    /** Believes what the columns say of being integral: whoever read them has seen all their numbers. */
    public static Profiles trusting(Queries queries, Source source) {
        return new Profiles(queries, source, true);
    }

    /** Profiles all columns. */
    public TableProfile profile() {
        Map<String, ColumnProfile> result = new LinkedHashMap<>();
        for (List<SqlColumn> batch :
                Answers.batches(new ArrayList<>(source.columns().values()), BATCH)) {
            profile(batch, result);
        }
        return new TableProfile(rows, partRows, result);
    }

    private void profile(List<SqlColumn> columns, Map<String, ColumnProfile> result) {
        List<Measured> measured = columns.stream().map(Measured::new).toList();
        boolean plain = source.dialect().prefersPlainSums();
        measure(measured, plain);
        List<Measured> again = plain
                ? measured.stream().filter(one -> one.needsPrecision(trusting)).toList()
                : List.of();
        if (!again.isEmpty()) {
            measure(again, false);
        }
        measured.forEach(one -> result.put(one.column.name(), one.profile(rows)));
    }

    private void measure(List<Measured> measured, boolean plain) {
        Projection projection = new Projection(source);
        Named part = projection.part();
        StringBuilder select = new StringBuilder("SELECT ");
        String parts = source.hasSplit() ? " GROUP BY GROUPING SETS ((" + part + "), ())" : "";
        select.append(source.hasSplit() ? part : "NULL").append(", count(*)");
        select.append(source.hasSplit() ? ", grouping(" + part + ")" : ", 1");
        measured.forEach(one -> measure(projection, one.column, plain, select));
        queries.each(
                "profiling " + measured.size() + " columns",
                select + " FROM " + projection.from(Scope.ALL) + parts,
                row -> add(row, measured, plain));
    }

    private void measure(Projection projection, SqlColumn column, boolean plain, StringBuilder select) {
        Dialect dialect = projection.dialect();
        Named value = projection.value(column.name());
        select.append(", count(").append(value).append("), ");
        select.append(column.type() == ColumnType.OTHER ? "0" : dialect.approximateDistinct(value.name()));
        if (column.type() != ColumnType.NUMBER && column.type() != ColumnType.TIME) {
            select.append(", NULL, NULL, NULL, NULL, 1");
            return;
        }
        Named number = projection.number(column.name());
        select.append(", min(").append(number).append("), max(").append(number).append("), ");
        if (plain) {
            Named square = projection.derived(number + " * " + number, number);
            select.append("sum(")
                    .append(number)
                    .append("), sum(")
                    .append(square)
                    .append(")");
        } else {
            select.append(dialect.mean(number.name())).append(", stddev_samp(");
            select.append(projection.small(number)).append(")");
        }
        boolean known = column.column().integral() || column.type() == ColumnType.TIME || plain && trusting;
        select.append(", ").append(known ? "0" : dialect.countIf(number + " <> " + dialect.floor(number.name())));
    }

    private void add(Row row, List<Measured> measured, boolean plain) {
        boolean total = row.whole(2) == 1;
        Optional<Part> part = total ? Optional.empty() : Optional.of(Source.part((int) row.whole(0)));
        if (total) {
            rows = row.whole(1);
        } else {
            partRows.put(part.orElseThrow(), row.whole(1));
        }
        if (total && !source.hasSplit() && rows > 0) {
            partRows.put(Part.TRAIN, rows);
        }
        for (int index = 0; index < measured.size(); index++) {
            measured.get(index).add(part, row, 3 + MEASURES * index, plain);
        }
    }

    /** What is known of one column. */
    private static final class Measured {
        private final SqlColumn column;
        private final Map<Part, PartProfile> parts = new EnumMap<>(Part.class);
        private PartProfile all = new PartProfile(0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        private boolean whole;
        private boolean coarse;

        Measured(SqlColumn column) {
            this.column = column;
        }

        void add(Optional<Part> part, Row row, int at, boolean plain) {
            long size = row.whole(1);
            long present = row.whole(at);
            PlainMoments moments = new PlainMoments(present, row.number(at + 4), row.number(at + 5));
            PartProfile profile = new PartProfile(
                    size,
                    size - present,
                    Math.min(present, row.whole(at + 1)),
                    row.number(at + 2),
                    row.number(at + 3),
                    plain ? moments.mean() : row.number(at + 4),
                    plain ? moments.deviation() : row.number(at + 5));
            if (part.isPresent()) {
                parts.put(part.get(), profile);
            } else {
                all = profile;
                whole = column.type() == ColumnType.NUMBER && row.whole(at + 6) == 0;
            }
            coarse |= plain && present > 0 && isNumeric() && !moments.isPrecise();
        }

        private boolean isNumeric() {
            return column.type() == ColumnType.NUMBER || column.type() == ColumnType.TIME;
        }

        /** Whether plain sums do not do, or a column may be whole although its numbers are too large for it to be called integral. */
        boolean needsPrecision(boolean trusting) {
            boolean large = Math.max(Math.abs(all.minimum()), Math.abs(all.maximum())) >= LARGEST_INTEGRAL;
            boolean undecided = trusting
                    && column.type() == ColumnType.NUMBER
                    && !column.column().integral();
            if (undecided) {
                whole = false;
            }
            return coarse || undecided && large;
        }

        ColumnProfile profile(long rows) {
            if (parts.isEmpty() && rows > 0) {
                parts.put(Part.TRAIN, all);
            }
            return new ColumnProfile(
                    column.name(), column.type(), column.column().integral() || whole, all, parts);
        }
    }
}
