package io.watertight.engine.duckdb;

import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.internal.Relation;
import io.watertight.engine.sql.Source;
import io.watertight.engine.sql.SqlColumn;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Learns how DuckDB holds the columns of a relation. */
final class Sources {

    /** Columns asked about by one query: planning takes time that grows with their square. */
    private static final int BATCH = 500;

    private Sources() {}

    static Source of(Session session, Relation relation) {
        List<TableColumn> columns = relation.columns();
        List<String> types = new ArrayList<>();
        for (int begin = 0; begin < columns.size(); begin += BATCH) {
            String select = columns.subList(begin, Math.min(columns.size(), begin + BATCH)).stream()
                    .map(column -> relation.expressions().get(column.name()))
                    .collect(Collectors.joining(", "));
            types.addAll(session.types("SELECT " + select + " FROM " + relation.from()));
        }
        Map<String, SqlColumn> result = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            TableColumn column = columns.get(index);
            String expression = relation.expressions().getOrDefault(column.name(), "NULL");
            result.put(column.name(), new SqlColumn(column, expression, storage(column.type(), types.get(index))));
        }
        return new Source(new DuckDbDialect(), relation.from(), relation.rowId(), relation.part(), result);
    }

    private static Storage storage(ColumnType type, String spelled) {
        return switch (type) {
            case TEXT -> Storage.TEXT;
            case BOOLEAN -> Storage.BOOLEAN;
            case TIME -> Storage.TIME;
            case OTHER -> Storage.OTHER;
            case NUMBER -> {
                if (spelled.endsWith("INT") || spelled.endsWith("INTEGER")) {
                    yield Storage.WHOLE;
                }
                yield spelled.startsWith("DECIMAL") ? Storage.DECIMAL : Storage.FLOATING;
            }
        };
    }
}
