package io.watertight.engine.internal.read;

import io.watertight.engine.internal.QueryLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks to the database. A failed statement cannot be used again, so each query has its own. */
final class Sql {

    private static final String PURPOSE = "reading";

    private Sql() {}

    static void run(Connection connection, String sql) throws SQLException {
        QueryLog.Entry entry = QueryLog.begin(connection, PURPOSE, sql);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            entry.done();
        }
    }

    /** All rows, each as the texts of its cells, null for NULL. */
    static List<@Nullable String[]> rows(Connection connection, String sql) throws SQLException {
        QueryLog.Entry entry = QueryLog.begin(connection, PURPOSE, sql);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            List<@Nullable String[]> rows = new ArrayList<>();
            while (result.next()) {
                @Nullable String[] row = new @Nullable String[width];
                for (int column = 0; column < width; column++) {
                    row[column] = result.getString(column + 1);
                }
                rows.add(row);
            }
            entry.done();
            return rows;
        }
    }

    /** The one whole number that a query answers, 0 for NULL. */
    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A list of text literals in brackets. */
    static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Sql::literal).toList()) + "]";
    }

    /** The physical name of a column: names of the file never reach SQL, because SQL names ignore case. */
    static String physical(int column) {
        return "c" + column;
    }
}
