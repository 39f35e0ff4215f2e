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

/**
 * Imports a table of text with a single look at the file, which is most of the cost of reading one. Columns whose first rows
 * are plain numbers are stored as numbers at once, by an expression that fails on anything else; the others are stored as
 * text, counted where they lie, and changed to their type there. Types still come from all cells: a guess that fails costs the
 * attempt, and the table is read the careful way.
 */
record DirectImport(Connection connection, RowStore store) {

    /** Rows that tell which columns are worth the attempt. */
    private static final int HEAD = 10_000;

    /** Part of the message of the error that a cell raises which is no plain number. */
    private static final String NO_NUMBER = "watertight: no plain number";

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
        List<Integer> guessed = guess(table, types);
        Optional<RowStore.Stored> kept = keep(table, guessed);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        RowStore.Stored stored = kept.get();
        Optional<List<NumberCounts>> numbers = numbers(stored, guessed, width);
        if (numbers.isEmpty()) {
            store.drop(stored);
            return Optional.empty();
        }
        TypeInference inference = TypeInference.of(connection, table.in(stored.from()), types, numbers.get());
        for (int column = 0; column < width; column++) {
            convert(stored, column, inference.plans().get(column), guessed.contains(column));
        }
        return Optional.of(new Imported(stored, inference));
    }

    private List<Integer> guess(TextTable table, Map<String, ColumnType> types) throws SQLException {
        String head = "(SELECT * FROM " + table.from() + " LIMIT " + HEAD + ")";
        int width = table.names().size();
        List<NumberCounts> counts =
                NumberCounts.of(connection, head, IntStream.range(0, width).boxed().toList());
        return IntStream.range(0, width)
                .filter(column -> counts.get(column).allNumbers()
                        && counts.get(column).leadingZeros() == 0)
                .filter(column -> isNumber(table, types, table.names().get(column)))
                .boxed()
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
            if (String.valueOf(failed.getMessage()).contains(NO_NUMBER)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** The number in a cell; an error for a word, a code with leading zeros, and a number with an underscore. */
    private static String strict(String cell) {
        // The message depends on the cell lest it be raised while the query is planned.
        return "CASE WHEN " + cell + " IS NOT NULL THEN coalesce(CASE WHEN " + NumberCounts.mayBeNumber(cell)
                + " AND NOT " + NumberCounts.leadingZeros(cell) + " AND NOT contains(" + cell + ", '_') THEN TRY_CAST("
                + cell + " AS DOUBLE) END, CAST(error(" + Sql.literal(NO_NUMBER) + " || left(" + cell
                + ", 0)) AS DOUBLE)) END";
    }

    /** The counts of all columns; empty if a guessed one has numbers that its text alone can tell apart. */
    private Optional<List<NumberCounts>> numbers(RowStore.Stored stored, List<Integer> guessed, int width)
            throws SQLException {
        List<Integer> others = IntStream.range(0, width)
                .filter(column -> !guessed.contains(column))
                .boxed()
                .toList();
        Map<Integer, NumberCounts> counts = new TreeMap<>();
        List<NumberCounts> plain = NumberCounts.ofNumbers(connection, stored.from(), guessed);
        for (int index = 0; index < guessed.size(); index++) {
            if (!plain.get(index).isExact()) {
                return Optional.empty();
            }
            counts.put(guessed.get(index), plain.get(index));
        }
        List<NumberCounts> words = NumberCounts.of(connection, stored.from(), others);
        for (int index = 0; index < others.size(); index++) {
            counts.put(others.get(index), words.get(index));
        }
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
