package io.watertight.engine.internal.read;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.study.Part;
import io.watertight.engine.PartWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Understands the column that says which part of the split a row is in. */
final class Parts {

    private Parts() {}

    /**
     * The expression of the ordinal of each row's part.
     *
     * @throws WatertightException if there is no such column, or its values are not understood
     */
    static String expression(Connection connection, TypedRows rows, String split) throws SQLException {
        int column = rows.names().indexOf(split);
        if (column < 0) {
            throw new WatertightException(
                    "there is no column '" + split + "' to take the split from",
                    Spelling.nearest(split, rows.names())
                            .map(nearest -> "you meant '" + nearest + "'")
                            .orElse("choose one of the table's columns"));
        }
        String value = "coalesce(lower(trim(CAST(" + rows.expressions().get(column) + " AS VARCHAR))), '')";
        List<String> values = Sql.rows(
                        connection,
                        "SELECT DISTINCT " + value + " AS value FROM " + rows.from() + " ORDER BY value LIMIT "
                                + PartWords.MOST_VALUES)
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
        Map<String, Part> meaning = PartWords.meaning(split, values);
        StringBuilder sql = new StringBuilder("CASE " + value);
        meaning.forEach((word, part) -> sql.append(" WHEN ")
                .append(Sql.literal(word))
                .append(" THEN ")
                .append(List.of(Part.values()).indexOf(part)));
        return sql.append(" END").toString();
    }
}
