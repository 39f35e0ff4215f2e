package io.watertight.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** Writes the result of a DuckDB query as a file: tables for tests without a file in the repository. */
public final class SqlTable {

    private SqlTable() {}

    /**
     * Writes Parquet, or CSV with a header when the file's name ends in {@code .csv}. {@code random()} is seeded, and one thread
     * keeps the rows in the query's order.
     */
    public static Path write(String select, Path file) {
        String format = file.toString().endsWith(".csv") ? "(FORMAT csv, HEADER)" : "(FORMAT parquet)";
        String target = file.toString().replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(connection, "SET threads = 1");
            execute(connection, "SELECT setseed(0.42)");
            execute(connection, "COPY (" + select + ") TO '" + target + "' " + format);
        } catch (SQLException failure) {
            throw new AssertionError("the example's query failed: " + failure.getMessage() + "\n" + select, failure);
        }
        return file;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
