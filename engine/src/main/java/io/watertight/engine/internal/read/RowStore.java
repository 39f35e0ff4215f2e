package io.watertight.engine.internal.read;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps imported rows where the engine reads them fast: as a table in the database while they are small beside its memory,
 * else as a Parquet file in the private folder. Both keep the order of the rows.
 */
final class RowStore {

    /** Share of the memory limit that imported text may have to become a table. */
    private static final double SHARE = 0.25;

    private static final String ROW_ID = "rowid";

    private final Connection connection;
    private final Path privateFolder;
    private int stored;

    RowStore(Connection connection, Path privateFolder) {
        this.connection = connection;
        this.privateFolder = privateFolder;
    }

    /** Rows by their item of a FROM clause and the expression of their position. */
    record Stored(String from, String rowId) {}

    /**
     * Keeps the rows of a table with the columns c0, c1, ...
     *
     * @param expressions of the columns
     * @param bytes about how large they are
     */
    Stored keep(List<String> expressions, String from, long bytes) throws SQLException {
        StringBuilder select = new StringBuilder("SELECT ");
        for (int column = 0; column < expressions.size(); column++) {
            select.append(column == 0 ? "" : ", ")
                    .append(expressions.get(column))
                    .append(" AS ")
                    .append(Sql.physical(column));
        }
        select.append(" FROM ").append(from);
        String name = "watertight_rows_" + stored++;
        if (holds(bytes)) {
            Sql.run(connection, "CREATE TABLE " + name + " AS " + select);
            return new Stored(name, ROW_ID);
        }
        String file = Sql.literal(
                privateFolder.resolve(name + ".parquet").toAbsolutePath().toString());
        Sql.run(connection, "COPY (" + select + ") TO " + file + " (FORMAT parquet, COMPRESSION lz4_raw)");
        return new Stored("read_parquet(" + file + ", file_row_number=true)", "file_row_number");
    }

    /** Whether text of this size becomes a table in the database. */
    boolean holds(long bytes) throws SQLException {
        return bytes <= SHARE * memory();
    }

    /** Forgets rows; a file stays until the private folder goes. */
    void drop(Stored rows) throws SQLException {
        if (rows.rowId().equals(ROW_ID)) {
            Sql.run(connection, "DROP TABLE " + rows.from());
        }
    }

    /** Answers a question about a table of text that is asked in many queries, from a copy if it has many columns. */
    <T> T counting(TextTable table, Counting<T> counting) throws SQLException {
        int width = table.names().size();
        if (width <= Cells.NARROW) {
            return counting.of(table);
        }
        List<String> cells = java.util.stream.IntStream.range(0, width)
                .mapToObj(Sql::physical)
                .toList();
        Stored copy = keep(cells, table.from(), table.bytes());
        T answer = counting.of(table.in(copy.from()));
        drop(copy);
        return answer;
    }

    /** A question about all cells of a table. */
    interface Counting<T> {
        T of(TextTable table) throws SQLException;
    }

    private double memory() throws SQLException {
        String limit = String.valueOf(
                Sql.rows(connection, "SELECT current_setting('memory_limit')").get(0)[0]);
        int blank = Math.max(limit.indexOf(' '), 0);
        double number = Double.parseDouble(limit.substring(0, blank));
        return switch (limit.substring(blank + 1)) {
            case "KiB" -> number * (1L << 10);
            case "MiB" -> number * (1L << 20);
            case "GiB" -> number * (1L << 30);
            case "TiB" -> number * (1L << 40);
            default -> number;
        };
    }
}
