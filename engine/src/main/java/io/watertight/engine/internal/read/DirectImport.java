package io.watertight.engine.internal.read;

import io.watertight.core.study.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Imports a table of text with a single look at the file, which is most of the cost of reading one. Columns whose first rows
 * are plain numbers are stored as numbers at once, by an expression that fails on anything else; the others are stored as
 * text, counted where they lie, and changed to their type there. Types still come from all cells: a guess that fails costs the
 * attempt, and the table is read the careful way.
 */
record DirectImport(Connection connection, RowStore store) {

    /** Rows that tell which columns are worth the attempt. */
    private static final int HEAD = 10_000;

    /** A column with no more different cells a row among the first ones is counted by its levels. */
    private static final double REPEATED = 0.9;

    /** Part of the message of the error that a cell raises which is no plain number. */
    private static final String NO_NUMBER = "watertight: no plain number";

    /** Part of the message of a cast of any other text to a number. */
    private static final String NO_CAST = "Could not convert string";

    /** Typed rows in the store and how they came about. */
    record Imported(RowStore.Stored stored, TypeInference inference) {}

    /**
     * @param types declared types by column
     * @return empty where the careful way is needed
     */
    Optional<Imported> read(TextTable table, Map<String, ColumnType> types) throws SQLException {
        int width = table.names().size();
        if (width > Cells.NARROW || !store.holds(table.bytes())) {
            return Optional.empty();
        }
        List<NumberCounts> head = head(table);
        List<Integer> guessed = guess(table, types, head);
        Optional<RowStore.Stored> kept = keep(table, guessed);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        RowStore.Stored stored = kept.get();
        CellPlaces places = places(table.in(stored.from()), guessed);
        Optional<List<NumberCounts>> numbers = numbers(places, guessed);
        if (numbers.isEmpty()) {
            store.drop(stored);
            return Optional.empty();
        }
        TypeInference inference = TypeInference.of(connection, places, types, numbers.get());
        for (TextTable levels : places.levels().values()) {
            Sql.run(connection, "DROP TABLE " + levels.from());
        }
        for (int column = 0; column < width; column++) {
            convert(stored, column, inference.plans().get(column), guessed.contains(column));
        }
        return Optional.of(new Imported(stored, inference));
    }

    private List<NumberCounts> head(TextTable table) throws SQLException {
        return NumberCounts.of(
                connection,
                table.in("(SELECT * FROM " + table.from() + " LIMIT " + HEAD + ")"),
                all(table.names().size()));
    }

    private static List<Integer> all(int width) {
        return IntStream.range(0, width).boxed().toList();
    }

    private static List<Integer> guess(TextTable table, Map<String, ColumnType> types, List<NumberCounts> counts) {
        return all(table.names().size()).stream()
                .filter(column ->
                        counts.get(column).allNumbers() && counts.get(column).leadingZeros() == 0)
                .filter(column -> isNumber(table, types, table.names().get(column)))
                .toList();
    }

    private static boolean isNumber(TextTable table, Map<String, ColumnType> types, String name) {
        ColumnType stated = table.declared().getOrDefault(name, ColumnType.NUMBER);
        return types.getOrDefault(name, stated) == ColumnType.NUMBER;
    }

    /** Empty if a cell of a guessed column is no plain number. */
    private Optional<RowStore.Stored> keep(TextTable table, List<Integer> guessed) throws SQLException {
        List<String> expressions = new ArrayList<>();
        for (int column = 0; column < table.names().size(); column++) {
            String cell = Sql.physical(column);
            expressions.add(guessed.contains(column) ? strict(cell) : cell);
        }
        try {
            return Optional.of(store.keep(expressions, table.from(), table.bytes()));
        } catch (SQLException failed) {
            String message = String.valueOf(failed.getMessage());
            if (message.contains(NO_NUMBER) || message.contains(NO_CAST)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** The number in a cell; an error for a word, a code with leading zeros, and a number with an underscore. */
    private static String strict(String cell) {
        // The message depends on the cell lest it be raised while the query is planned. A cast that may fail costs less
        // than one that may not.
        return "CASE WHEN NOT " + NumberCounts.mayBeNumber(cell) + " OR " + NumberCounts.leadingZeros(cell)
                + " OR contains(" + cell + ", '_') THEN CAST(error(" + Sql.literal(NO_NUMBER) + " || left(" + cell
                + ", 0)) AS DOUBLE) ELSE CAST(" + cell + " AS DOUBLE) END";
    }

    private static List<Integer> others(TextTable table, List<Integer> guessed) {
        return all(table.names().size()).stream()
                .filter(column -> !guessed.contains(column))
                .toList();
    }

    /** Levels of the columns of text that repeat themselves in the first rows. */
    private CellPlaces places(TextTable table, List<Integer> guessed) throws SQLException {
        List<Integer> others = others(table, guessed);
        String head = "(SELECT * FROM " + table.from() + " LIMIT " + HEAD + ")";
        List<@Nullable String[]> distinct = Cells.count(
                connection,
                head,
                others,
                column -> List.of(Sql.physical(column)),
                column -> List.of("count(*)", "approx_count_distinct(" + Sql.physical(column) + ")"));
        Map<Integer, TextTable> levels = new TreeMap<>();
        for (int index = 0; index < others.size(); index++) {
            if (Cells.whole(distinct.get(index)[1]) <= REPEATED * Cells.whole(distinct.get(index)[0])) {
                String cell = Sql.physical(others.get(index));
                String place = table.from() + "_levels_" + cell;
                Sql.run(
                        connection,
                        "CREATE TEMP TABLE " + place + " AS SELECT " + cell + ", count(*) AS " + Tally.SIZE + " FROM "
                                + table.from() + " GROUP BY " + cell);
                levels.put(others.get(index), table.levels(place));
            }
        }
        return new CellPlaces(table, levels);
    }

    /** The counts of all columns; empty if a guessed one has numbers that its text alone can tell apart. */
    private Optional<List<NumberCounts>> numbers(CellPlaces places, List<Integer> guessed) throws SQLException {
        List<Integer> others = others(places.table(), guessed);
        Map<Integer, NumberCounts> counts = new TreeMap<>();
        List<NumberCounts> plain =
                NumberCounts.ofNumbers(connection, places.table().from(), guessed);
        for (int index = 0; index < guessed.size(); index++) {
            if (!plain.get(index).isExact()) {
                return Optional.empty();
            }
            counts.put(guessed.get(index), plain.get(index));
        }
        counts.putAll(places.count(others, (table, columns) -> NumberCounts.of(connection, table, columns)));
        return Optional.of(List.copyOf(counts.values()));
    }

    private void convert(RowStore.Stored stored, int column, ColumnPlan plan, boolean number) throws SQLException {
        String cell = Sql.physical(column);
        String expression = number ? cell : plan.lean(cell);
        boolean stays = number ? !plan.integral() : expression.equals(cell);
        if (!stays) {
            Sql.run(
                    connection,
                    "ALTER TABLE " + stored.from() + " ALTER COLUMN " + cell + " SET DATA TYPE " + type(plan)
                            + " USING " + expression);
        }
    }

    private static String type(ColumnPlan plan) {
        return switch (plan.type()) {
            case NUMBER -> plan.integral() ? "BIGINT" : "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case TIME -> "TIMESTAMP";
            case TEXT, OTHER -> "VARCHAR";
        };
    }
}
