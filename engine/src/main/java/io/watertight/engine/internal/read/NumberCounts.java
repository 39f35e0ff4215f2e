package io.watertight.engine.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the first scan says of a column of text: is it all plain numbers?
 *
 * @param rows cells
 * @param filled of these, not empty
 * @param numbers of these, read as a number; "nan" and "inf" are none
 * @param minimum smallest of the numbers, NaN without any
 * @param maximum largest
 * @param whole whether all are whole
 * @param leadingZeros cells such as 007
 * @param underscored numbers such as 1_000, which are rather codes
 * @param shortest bytes of the shortest filled cell, 0 where numbers cannot be codes
 * @param longest of the longest, likewise
 */
record NumberCounts(
        long rows,
        long filled,
        long numbers,
        double minimum,
        double maximum,
        boolean whole,
        long leadingZeros,
        long underscored,
        long shortest,
        long longest) {

    static List<NumberCounts> of(Connection connection, TextTable table, List<Integer> columns) throws SQLException {
        List<NumberCounts> counts = Cells.count(
                        connection,
                        batch -> table.from(),
                        table.tally(),
                        columns,
                        column -> List.of(
                                "c" + column,
                                "CASE WHEN " + mayBeNumber("c" + column) + " THEN TRY_CAST(c" + column
                                        + " AS DOUBLE) END AS d" + column),
                        column -> outer(table.tally(), "c" + column, "d" + column))
                .stream()
                .map(NumberCounts::parse)
                .toList();
        return measured(connection, table.from(), columns, counts);
    }

    /** The same of columns that are stored as numbers already, from texts without leading zeros and underscores. */
    static List<NumberCounts> ofNumbers(Connection connection, String from, List<Integer> columns) throws SQLException {
        return Cells.count(connection, from, columns, column -> List.of("c" + column), column -> {
                    String number = "c" + column;
                    return List.of(
                            "count(*)",
                            "count(" + number + ")",
                            "count(" + number + ")",
                            "min(" + number + ")",
                            "max(" + number + ")",
                            whole(number),
                            "0",
                            "0");
                })
                .stream()
                .map(NumberCounts::parse)
                .toList();
    }

    /** A condition that all plain numbers meet: they begin with a character before the colon. A failing cast is dear. */
    static String mayBeNumber(String text) {
        return text + " < ':'";
    }

    /** A condition: all texts between these begin with a zero and another digit; a comparison costs less than a pattern. */
    static String leadingZeros(String text) {
        return "(" + text + " < '0:' AND (" + text + " >= '00' OR " + text + " BETWEEN ' 00' AND ' 09~'))";
    }

    private static String whole(String number) {
        return "bool_and(" + number + " = trunc(" + number + "))";
    }

    /** Lengths are asked for where they can make codes of numbers, in a scan of its own that few tables need. */
    private static List<NumberCounts> measured(
            Connection connection, String from, List<Integer> columns, List<NumberCounts> counts) throws SQLException {
        List<Integer> codes = IntStream.range(0, counts.size())
                .filter(index -> counts.get(index).mayBeCodes())
                .boxed()
                .toList();
        List<@Nullable String[]> lengths = Cells.count(
                connection,
                from,
                codes.stream().map(columns::get).toList(),
                column -> List.of("strlen(c" + column + ") AS l" + column),
                column -> List.of("min(l" + column + ")", "max(l" + column + ")"));
        List<NumberCounts> result = new ArrayList<>(counts);
        for (int index = 0; index < codes.size(); index++) {
            NumberCounts known = counts.get(codes.get(index));
            result.set(
                    codes.get(index),
                    known.withLengths(Cells.whole(lengths.get(index)[0]), Cells.whole(lengths.get(index)[1])));
        }
        return List.copyOf(result);
    }

    private boolean mayBeCodes() {
        return numbers > 0
                && (leadingZeros > 0 || Math.max(Math.abs(minimum), Math.abs(maximum)) >= TypeDecision.LARGEST_LONG);
    }

    private NumberCounts withLengths(long least, long most) {
        return new NumberCounts(rows, filled, numbers, minimum, maximum, whole, leadingZeros, underscored, least, most);
    }

    private static List<String> outer(Tally tally, String text, String number) {
        return List.of(
                tally.all(),
                tally.of(text),
                tally.of(number),
                "min(" + number + ")",
                "max(" + number + ")",
                whole(number),
                tally.where(leadingZeros(text)),
                tally.where(number + " IS NOT NULL AND contains(" + text + ", '_')"));
    }

    private static NumberCounts parse(@Nullable String[] answer) {
        return new NumberCounts(
                Cells.whole(answer[0]),
                Cells.whole(answer[1]),
                Cells.whole(answer[2]),
                Cells.decimal(answer[3]),
                Cells.decimal(answer[4]),
                Boolean.parseBoolean(answer[5]),
                Cells.whole(answer[6]),
                Cells.whole(answer[7]),
                0,
                0);
    }

    boolean allNumbers() {
        return filled > 0 && numbers == filled && underscored == 0 && isFinite();
    }

    /** Whether the numbers are all that matters: finite, and if whole, then small enough for a double to tell them apart. */
    boolean isExact() {
        double largest = Math.max(Math.abs(minimum), Math.abs(maximum));
        return allNumbers() && (!whole || largest < TypeDecision.LARGEST_EXACT);
    }

    private boolean isFinite() {
        return Double.isFinite(minimum) && Double.isFinite(maximum);
    }
}
