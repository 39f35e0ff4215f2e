package io.watertight.engine.internal.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the cells of each column are counted: in the table, or among the column's levels, each with the number of its rows,
 * which is far less work where a column repeats itself.
 *
 * @param table all columns
 * @param levels by column, for some columns, a table with this one column
 */
record CellPlaces(TextTable table, Map<Integer, TextTable> levels) {

    CellPlaces {
        levels = Map.copyOf(levels);
    }

    /** Answers by column. */
    <T> Map<Integer, T> count(List<Integer> columns, Counting<T> counting) throws SQLException {
        Map<Integer, T> answers = new TreeMap<>();
        List<Integer> common = new ArrayList<>();
        for (int column : columns) {
            TextTable own = levels.get(column);
            if (own == null) {
                common.add(column);
            } else {
                answers.put(column, counting.of(own, List.of(column)).get(0));
            }
        }
        List<T> rest = common.isEmpty() ? List.of() : counting.of(table, common);
        for (int index = 0; index < common.size(); index++) {
            answers.put(common.get(index), rest.get(index));
        }
        return answers;
    }

    /** A question about the cells of columns, answered in their order. */
    interface Counting<T> {
        List<T> of(TextTable table, List<Integer> columns) throws SQLException;
    }
}
