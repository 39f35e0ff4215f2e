package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Parquet where it lies: nothing is copied, the row id is the file's offset plus the row's number within it. */
final class ParquetReader {

    private static final Set<String> WHOLE = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT");
    /** What the reader adds to the columns of the file. */
    private static final Set<String> ADDED = Set.of("filename", "file_row_number", "file_index");

    /** Rows looked at first. */
    private static final int FIRST_ROWS = 10_000;

    private final Connection connection;

    ParquetReader(Connection connection) {
        this.connection = connection;
    }

    TypedRows read(List<InputFile> files, Map<String, ColumnType> types) throws SQLException {
        List<Long> sizes = sizes(files);
        List<String> paths = files.stream()
                .map(file -> file.path().toAbsolutePath().toString())
                .toList();
        boolean several = files.size() > 1;
        String from = "read_parquet(" + Sql.list(paths) + ", file_row_number=true"
                + (several ? ", union_by_name=true" : "") + ")";
        List<@Nullable String[]> described = Sql.rows(connection, "DESCRIBE SELECT * FROM " + from);
        List<String> names = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (@Nullable String[] row : described) {
            String name = String.valueOf(row[0]);
            if (!ADDED.contains(name)) {
                names.add(name);
                sources.add(Source.of(name, String.valueOf(row[1]), types));
            }
        }
        Names distinct = Names.of(names);
        List<ReadNotice> notices = new ArrayList<>(distinct.notices());
        long rows = sizes.stream().mapToLong(Long::longValue).sum();
        List<Boolean> integral = integral(from, sources, rows);
        notices.addAll(infinite(paths, from, names, sources));
        List<TableColumn> columns = new ArrayList<>();
        for (int column = 0; column < sources.size(); column++) {
            columns.add(new TableColumn(
                    distinct.names().get(column), sources.get(column).type(), integral.get(column)));
        }
        return new TypedRows(
                from,
                rowId(sizes),
                rows,
                columns,
                sources.stream().map(Source::expression).toList(),
                notices);
    }

    /**
     * Counts the infinite numbers of columns for which the file states no finite minimum and maximum. Most files do, and spare the
     * scan.
     */
    private List<ReadNotice> infinite(List<String> paths, String from, List<String> names, List<Source> sources)
            throws SQLException {
        Set<String> bounded = new HashSet<>();
        for (@Nullable
        String[] row : Sql.rows(
                connection,
                "SELECT path_in_schema FROM parquet_metadata(" + Sql.list(paths)
                        + ") GROUP BY path_in_schema HAVING bool_and(coalesce("
                        + "isfinite(TRY_CAST(stats_min_value AS DOUBLE)) AND isfinite(TRY_CAST(stats_max_value AS DOUBLE)), FALSE))")) {
            bounded.add(String.valueOf(row[0]));
        }
        List<Integer> open = new ArrayList<>();
        for (int column = 0; column < sources.size(); column++) {
            if (sources.get(column).mayBeInfinite() && !bounded.contains(names.get(column))) {
                open.add(column);
            }
        }
        List<@Nullable String[]> counts = Cells.count(
                connection,
                from,
                open,
                column -> List.of("isinf(" + sources.get(column).physical() + ") AS i" + column),
                column -> List.of("count_if(i" + column + ")"));
        List<ReadNotice> notices = new ArrayList<>();
        for (int index = 0; index < open.size(); index++) {
            long count = Cells.whole(counts.get(index)[0]);
            if (count > 0) {
                notices.add(TypeNotices.infinite(names.get(open.get(index)), count));
            }
        }
        return notices;
    }

    /** Rows of each file. */
    private List<Long> sizes(List<InputFile> files) {
        List<Long> sizes = new ArrayList<>();
        for (InputFile file : files) {
            try {
                sizes.add(Sql.number(
                        connection,
                        "SELECT count(*) FROM read_parquet("
                                + Sql.literal(file.path().toAbsolutePath().toString()) + ")"));
            } catch (SQLException damage) {
                throw new WatertightException(
                        "'" + file.shown() + "' is a damaged or cut off Parquet file",
                        "copy or write it again",
                        damage);
            }
        }
        return sizes;
    }

    private static String rowId(List<Long> sizes) {
        if (sizes.size() == 1) {
            return "file_row_number";
        }
        List<String> offsets = new ArrayList<>();
        long offset = 0;
        for (long size : sizes) {
            offsets.add(Long.toString(offset));
            offset += size;
        }
        return "([" + String.join(", ", offsets) + "]::BIGINT[])[CAST(file_index AS BIGINT) + 1] + file_row_number";
    }

    /** A column of the file and how it is read. */
    private record Source(String physical, ColumnType type, boolean whole, boolean real, String expression) {

        /** Whether it is a floating-point number of the file. */
        boolean mayBeInfinite() {
            return type == ColumnType.NUMBER && expression.startsWith("CASE WHEN isfinite(");
        }

        static Source of(String name, String type, Map<String, ColumnType> types) {
            String cell = Sql.identifier(name);
            Source natural = natural(cell, type);
            @Nullable ColumnType declared = types.get(name);
            return declared == null || declared == natural.type() ? natural : natural.as(declared);
        }

        private static Source natural(String cell, String type) {
            String base = type.toUpperCase(Locale.ROOT);
            if (base.endsWith("]") || base.startsWith("STRUCT") || base.startsWith("MAP") || base.startsWith("UNION")) {
                return new Source(cell, ColumnType.OTHER, false, false, cell);
            }
            if (WHOLE.contains(base)) {
                return new Source(cell, ColumnType.NUMBER, true, false, cell);
            }
            if (base.equals("FLOAT") || base.equals("DOUBLE")) {
                String finite = "CASE WHEN isfinite(" + cell + ") THEN " + cell + " END";
                return new Source(cell, ColumnType.NUMBER, false, true, finite);
            }
            if (base.startsWith("DECIMAL")) {
                return new Source(cell, ColumnType.NUMBER, base.endsWith(",0)"), true, cell);
            }
            if (base.equals("BOOLEAN")) {
                return new Source(cell, ColumnType.BOOLEAN, false, false, cell);
            }
            if (base.equals("TIMESTAMP WITH TIME ZONE")) {
                return new Source(cell, ColumnType.TIME, false, false, "timezone('UTC', " + cell + ")");
            }
            if (base.startsWith("TIMESTAMP") || base.equals("DATE")) {
                return new Source(cell, ColumnType.TIME, false, false, "TRY_CAST(" + cell + " AS TIMESTAMP)");
            }
            if (base.equals("VARCHAR")) {
                return new Source(cell, ColumnType.TEXT, false, false, cell);
            }
            if (base.startsWith("ENUM") || base.equals("UUID") || base.startsWith("TIME")) {
                return new Source(cell, ColumnType.TEXT, false, false, "CAST(" + cell + " AS VARCHAR)");
            }
            return new Source(cell, ColumnType.OTHER, false, false, cell);
        }

        private Source as(ColumnType declared) {
            String text = type == ColumnType.TIME || type == ColumnType.OTHER ? physical : expression;
            return switch (declared) {
                case NUMBER -> new Source(physical, declared, false, true, "TRY_CAST(" + text + " AS DOUBLE)");
                case TEXT -> new Source(physical, declared, false, false, "CAST(" + text + " AS VARCHAR)");
                case BOOLEAN -> new Source(physical, declared, false, false, "TRY_CAST(" + text + " AS BOOLEAN)");
                case TIME ->
                    new Source(
                            physical,
                            declared,
                            false,
                            false,
                            "timezone('UTC', TRY_CAST(CAST(" + text + " AS VARCHAR) AS TIMESTAMPTZ))");
                case OTHER -> new Source(physical, declared, false, false, physical);
            };
        }
    }

    /**
     * Which columns hold whole numbers alone: one scan over those whose type leaves it open. A fraction among the first rows settles
     * it for most, and spares a large table the scan.
     */
    private List<Boolean> integral(String from, List<Source> sources, long rows) throws SQLException {
        List<Integer> open = new ArrayList<>();
        for (int column = 0; column < sources.size(); column++) {
            if (sources.get(column).real() && !sources.get(column).whole()) {
                open.add(column);
            }
        }
        if (rows > 10 * FIRST_ROWS) {
            List<Optional<Boolean>> first =
                    whole("(SELECT * FROM " + from + " LIMIT " + FIRST_ROWS + ")", sources, open);
            List<Integer> still = new ArrayList<>();
            for (int index = 0; index < open.size(); index++) {
                if (first.get(index).orElse(true)) {
                    still.add(open.get(index));
                }
            }
            open = still;
        }
        List<Optional<Boolean>> answers = whole(from, sources, open);
        Set<Integer> found = new HashSet<>();
        for (int index = 0; index < open.size(); index++) {
            if (answers.get(index).orElse(false)) {
                found.add(open.get(index));
            }
        }
        List<Boolean> integral = new ArrayList<>();
        for (int column = 0; column < sources.size(); column++) {
            integral.add(sources.get(column).whole() || found.contains(column));
        }
        return integral;
    }

    /** Whether all values of some columns are whole numbers; empty where there are none. */
    private List<Optional<Boolean>> whole(String from, List<Source> sources, List<Integer> columns)
            throws SQLException {
        return Cells.count(
                        connection,
                        from,
                        columns,
                        column -> List.of(sources.get(column).expression() + " AS d" + column),
                        column -> List.of("bool_and(d" + column + " = trunc(d" + column + ")) AND max(abs(d" + column
                                + ")) < 9e15"))
                .stream()
                .map(answer -> Optional.ofNullable(answer[0]).map(Boolean::parseBoolean))
                .toList();
    }
}
