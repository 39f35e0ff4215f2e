package io.watertight.engine.duckdb;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.internal.Importer;
import io.watertight.engine.internal.Relation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one CSV or Parquet file, and one more as the test set, as DuckDB understands them. */
final class PlainImporter implements Importer {

    @Override
    public Relation open(TableRequest request, Connection connection, Path privateFolder, Progress progress) {
        String train = reader(request.data().get(0));
        String rows = request.test().isEmpty()
                ? "SELECT *, 0 AS part FROM " + train
                : "SELECT *, 0 AS part FROM " + train + " UNION ALL BY NAME SELECT *, 2 AS part FROM "
                        + reader(request.test().get(0));
        String part = request.split()
                .map(column -> "CASE WHEN starts_with(lower(CAST(\"" + column.replace("\"", "\"\"")
                        + "\" AS VARCHAR)), 'te') THEN 2 WHEN starts_with(lower(CAST(\"" + column.replace("\"", "\"\"")
                        + "\" AS VARCHAR)), 'v') THEN 1 ELSE 0 END")
                .orElse(request.test().isEmpty() ? "0" : "part");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE data AS SELECT *, row_number() OVER () - 1 AS row_position FROM (" + rows + ")");
            List<TableColumn> columns = new ArrayList<>();
            Map<String, String> expressions = new LinkedHashMap<>();
            try (ResultSet described = statement.executeQuery("DESCRIBE data")) {
                while (described.next()) {
                    String name = described.getString(1);
                    if (!name.equals("part") && !name.equals("row_position")) {
                        String type = described.getString(2);
                        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
                        boolean time = type.startsWith("DATE") || type.startsWith("TIMESTAMP");
                        columns.add(
                                new TableColumn(name, type(type), type.endsWith("INT") || type.endsWith("INTEGER")));
                        expressions.put(name, time ? "CAST(" + quoted + " AS TIMESTAMP)" : quoted);
                    }
                }
            }
            return new Relation("data", "row_position", part, columns, expressions, List.of(), true);
        } catch (SQLException failure) {
            throw new WatertightException(
                    "'" + request.data().get(0) + "' could not be read: " + failure.getMessage(),
                    "check the file",
                    failure);
        }
    }

    private static String reader(String path) {
        String literal = "'" + path.replace("'", "''") + "'";
        return path.endsWith(".parquet") ? "read_parquet(" + literal + ")" : "read_csv(" + literal + ")";
    }

    private static ColumnType type(String type) {
        if (type.equals("VARCHAR")) {
            return ColumnType.TEXT;
        }
        if (type.equals("BOOLEAN")) {
            return ColumnType.BOOLEAN;
        }
        if (type.startsWith("DATE") || type.startsWith("TIMESTAMP")) {
            return ColumnType.TIME;
        }
        return type.endsWith("[]") || type.startsWith("STRUCT") || type.startsWith("MAP")
                ? ColumnType.OTHER
                : ColumnType.NUMBER;
    }
}
