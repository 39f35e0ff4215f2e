package io.watertight.engine.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts over all cells of many columns, a batch of columns a query: planning a query takes time that grows with the square of
 * its aggregates.
 */
final class Cells {

    /** Tables with no more columns are counted in one query, straight from the file. */
    static final int NARROW = 120;

    /** Aggregates of one query over wider tables. */
    private static final int AGGREGATES = 500;

    /** Columns of one query over wider tables, if few aggregates are asked of each. */
    private static final int MOST = 250;

    private Cells() {}

    /**
     * Answers the same questions about each column.
     *
     * @param from an item of a FROM clause
     * @param columns which columns
     * @param inner expressions over the column of the table, named in the subquery that {@code outer} sees
     * @param outer aggregates
     * @return by column, in their order, the answers
     */
    static List<@Nullable String[]> count(
            Connection connection,
            String from,
            List<Integer> columns,
            IntFunction<List<String>> inner,
            IntFunction<List<String>> outer)
            throws SQLException {
        return count(connection, batch -> from, columns, inner, outer);
    }

    /** As above, from an item that has what a batch of columns needs: the database binds all that an item names. */
    static List<@Nullable String[]> count(
            Connection connection,
            Function<List<Integer>, String> from,
            List<Integer> columns,
            IntFunction<List<String>> inner,
            IntFunction<List<String>> outer)
            throws SQLException {
        return count(connection, from, Tally.ROWS, columns, inner, outer);
    }

    /** As above; rows that count more than once have their number at hand for the aggregates. */
    static List<@Nullable String[]> count(
            Connection connection,
            Function<List<Integer>, String> from,
            Tally tally,
            List<Integer> columns,
            IntFunction<List<String>> inner,
            IntFunction<List<String>> outer)
            throws SQLException {
        List<@Nullable String[]> answers = new ArrayList<>();
        if (columns.isEmpty()) {
            return answers;
        }
        int each = outer.apply(columns.get(0)).size();
        int size = columns.size() <= NARROW ? NARROW : Math.min(MOST, Math.max(1, AGGREGATES / each));
        for (int begin = 0; begin < columns.size(); begin += size) {
            List<Integer> batch = columns.subList(begin, Math.min(columns.size(), begin + size));
            List<String> inside = new ArrayList<>();
            List<String> outside = new ArrayList<>();
            if (tally == Tally.LEVELS) {
                inside.add(Tally.SIZE);
            }
            for (int column : batch) {
                inside.addAll(inner.apply(column));
                outside.addAll(outer.apply(column));
            }
            @Nullable
            String[] row = Sql.rows(
                            connection,
                            "SELECT " + String.join(", ", outside) + " FROM (SELECT " + String.join(", ", inside)
                                    + " FROM " + from.apply(batch) + ")")
                    .get(0);
            int place = 0;
            for (int column : batch) {
                int width = outer.apply(column).size();
                @Nullable String[] answer = new @Nullable String[width];
                System.arraycopy(row, place, answer, 0, width);
                answers.add(answer);
                place += width;
            }
        }
        return answers;
    }

    static long whole(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    static double decimal(@Nullable String text) {
        return text == null ? Double.NaN : Double.parseDouble(text);
    }
}
