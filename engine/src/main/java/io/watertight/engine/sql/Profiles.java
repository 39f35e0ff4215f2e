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

    private final Queries queries;
    private final Source source;
    private final Map<Part, Long> partRows = new EnumMap<>(Part.class);
    private long rows;

    public Profiles(Queries queries, Source source) {
        this.queries = queries;
        this.source = source;
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
        Projection projection = new Projection(source);
        Named part = projection.part();
        StringBuilder select = new StringBuilder("SELECT ");
        String parts = source.hasSplit() ? " GROUP BY GROUPING SETS ((" + part + "), ())" : "";
        select.append(source.hasSplit() ? part : "NULL").append(", count(*)");
        if (source.hasSplit()) {
            select.append(", grouping(").append(part).append(")");
        } else {
            select.append(", 1");
        }
        columns.forEach(column -> measure(projection, column, select));
        List<Measured> measured = columns.stream().map(Measured::new).toList();
        queries.each(
                "profiling " + columns.size() + " columns",
                select + " FROM " + projection.from(Scope.ALL) + parts,
                row -> add(row, measured));
        measured.forEach(one -> result.put(one.column.name(), one.profile(rows)));
    }

    private void measure(Projection projection, SqlColumn column, StringBuilder select) {
        Dialect dialect = projection.dialect();
        Named value = projection.value(column.name());
        select.append(", count(").append(value).append("), ");
        select.append(column.type() == ColumnType.OTHER ? "0" : dialect.approximateDistinct(value.name()));
        if (column.type() == ColumnType.NUMBER || column.type() == ColumnType.TIME) {
            Named number = projection.number(column.name());
            Named finite = projection.number(column.name());
            Named small = projection.small(finite);
            select.append(", min(")
                    .append(number)
                    .append("), max(")
                    .append(number)
                    .append("), ");
            select.append(dialect.mean(finite.name()))
                    .append(", stddev_samp(")
                    .append(small)
                    .append("), ");
            select.append(
                    column.column().integral() || column.type() == ColumnType.TIME
                            ? "0"
                            : dialect.countIf(finite + " <> " + dialect.floor(finite.name())));
        } else {
            select.append(", NULL, NULL, NULL, NULL, 1");
        }
    }

    private void add(Row row, List<Measured> measured) {
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
            measured.get(index).add(part, row, 3 + MEASURES * index);
        }
    }

    /** What is known of one column. */
    private static final class Measured {
        private final SqlColumn column;
        private final Map<Part, PartProfile> parts = new EnumMap<>(Part.class);
        private PartProfile all = new PartProfile(0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        private boolean whole;

        Measured(SqlColumn column) {
            this.column = column;
        }

        void add(Optional<Part> part, Row row, int at) {
            long size = row.whole(1);
            PartProfile profile = new PartProfile(
                    size,
                    size - row.whole(at),
                    Math.min(row.whole(at), row.whole(at + 1)),
                    row.number(at + 2),
                    row.number(at + 3),
                    row.number(at + 4),
                    row.number(at + 5));
            if (part.isPresent()) {
                parts.put(part.get(), profile);
            } else {
                all = profile;
                whole = column.type() == ColumnType.NUMBER && row.whole(at + 6) == 0;
            }
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
