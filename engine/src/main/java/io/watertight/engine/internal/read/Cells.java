package io.watertight.engine.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Counts over all cells of many columns, some hundred columns a query. */
final class Cells {

    /** Columns a query: more make its plan slow, fewer read the file more often. */
    static final int BATCH = 250;

    private Cells() {}

    /**
     * Answers the same questions about each column.
     *
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
        List<@Nullable String[]> answers = new ArrayList<>();
        for (int begin = 0; begin < columns.size(); begin += BATCH) {
            List<Integer> batch = columns.subList(begin, Math.min(columns.size(), begin + BATCH));
            List<String> inside = new ArrayList<>();
            List<String> outside = new ArrayList<>();
            for (int column : batch) {
                inside.addAll(inner.apply(column));
                outside.addAll(outer.apply(column));
            }
            @Nullable
            String[] row = Sql.rows(
                            connection,
                            "SELECT " + String.join(", ", outside) + " FROM (SELECT " + String.join(", ", inside)
                                    + " FROM " + from + ")")
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
