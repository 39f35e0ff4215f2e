package io.watertight.engine.sql;

import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;

/** Rows as an engine hands them out. */
public final class RowColumns {

    private RowColumns() {}

    /**
     * A query for rows in ascending order of their ids.
     *
     * @param columns wanted; none of type OTHER
     * @param longestText characters kept of a text
     * @param condition over the relation's own columns
     * @return a query whose columns are the row's id (BIGINT), the ordinal of its part (BIGINT), then DOUBLE for numbers and times
     *     and text for all others
     */
    public static String select(Source source, List<String> columns, int longestText, String condition) {
        Projection projection = new Projection(source);
        List<String> values = new ArrayList<>();
        Named rowId = projection.rowId();
        values.add(rowId.name());
        values.add("CAST(" + projection.part() + " AS BIGINT)");
        for (String column : columns) {
            values.add(
                    switch (source.column(column).storage()) {
                        case WHOLE, FLOATING, DECIMAL, TIME ->
                            projection.number(column).name();
                        case TEXT -> "substring(" + projection.value(column) + ", 1, " + longestText + ")";
                        case BOOLEAN, OTHER ->
                            projection.dialect().asText(projection.value(column).name());
                    });
        }
        return "SELECT " + String.join(", ", values) + " FROM " + projection.from(condition) + " ORDER BY " + rowId;
    }
}
