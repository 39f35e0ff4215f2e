package io.watertight.engine.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the second scan says of a column that is not all plain numbers.
 *
 * @param present cells that are no spelling of missing
 * @param spellings one bit for each spelling of missing that was met, see {@link Missing#code}
 * @param always cells that are missing also among words
 * @param numbers present cells that are finite plain numbers
 * @param minimum smallest of them, NaN without any
 * @param maximum largest
 * @param whole whether all are whole
 * @param truths present cells that say true or false
 * @param truthBits 1 for t, 2 for f, 4 for either word in full
 * @param padded cells with blanks around
 * @param samples a few present cells that are no plain numbers: the first and last in order and one at random
 */
record WordCounts(
        long present,
        int spellings,
        long always,
        long numbers,
        double minimum,
        double maximum,
        boolean whole,
        long truths,
        int truthBits,
        boolean padded,
        List<String> samples) {

    /** Longer cells are neither dates nor numbers. */
    private static final int LONGEST_SAMPLE = 100;

    static List<WordCounts> of(Connection connection, TextTable table, List<Integer> columns, IntPredicate hasNumbers)
            throws SQLException {
        return Cells.count(
                        connection,
                        trimmed(table, columns),
                        columns,
                        column -> inner(column, table.missingWords(), hasNumbers.test(column)),
                        WordCounts::outer)
                .stream()
                .map(WordCounts::parse)
                .toList();
    }

    private static String trimmed(TextTable table, List<Integer> columns) {
        StringBuilder sql = new StringBuilder("(SELECT ");
        for (int index = 0; index < columns.size(); index++) {
            int column = columns.get(index);
            sql.append(index == 0 ? "" : ", ").append("c" + column + ", trim(c" + column + ") AS t" + column);
        }
        return sql.append(" FROM ").append(table.from()).append(")").toString();
    }

    private static List<String> inner(int column, boolean words, boolean numbers) {
        String text = "t" + column;
        String truth = "CASE WHEN strlen(" + text + ") > 5 THEN 0 ELSE CASE lower(" + text
                + ") WHEN 't' THEN 1 WHEN 'f' THEN 2 WHEN 'true' THEN 4 WHEN 'false' THEN 4 ELSE 0 END END";
        return List.of(
                truth + " AS b" + column,
                "strlen(c" + column + ") AS l" + column,
                text,
                Missing.code(text, words) + " AS m" + column,
                // A failing cast costs more than all else here, and the first scan told where none succeeds.
                (numbers ? "TRY_CAST(" + text + " AS DOUBLE)" : "CAST(NULL AS DOUBLE)") + " AS d" + column);
    }

    private static List<String> outer(int column) {
        String text = "t" + column;
        String missing = "m" + column;
        String number = "d" + column;
        String finite = missing + " = 0 AND isfinite(" + number + ") AND NOT contains(" + text + ", '_')";
        String word = " FILTER (" + missing + " = 0 AND " + number + " IS NULL AND strlen(" + text + ") <= "
                + LONGEST_SAMPLE + ")";
        String truth = "b" + column;
        return List.of(
                "count_if(" + missing + " = 0)",
                "bit_or(" + missing + ")",
                "count_if(" + missing + " BETWEEN 1 AND " + Missing.alwaysBits() + ")",
                "count_if(" + finite + ")",
                "min(" + number + ") FILTER (" + finite + ")",
                "max(" + number + ") FILTER (" + finite + ")",
                "bool_and(" + number + " = trunc(" + number + ")) FILTER (" + finite + ")",
                "count_if(" + truth + " > 0)",
                "bit_or(" + truth + ")",
                "bool_or(strlen(" + text + ") <> l" + column + ")",
                "min(" + text + ")" + word,
                "max(" + text + ")" + word,
                "arg_min(" + text + ", hash(" + text + "))" + word);
    }

    private static WordCounts parse(@Nullable String[] answer) {
        return new WordCounts(
                Cells.whole(answer[0]),
                (int) Cells.whole(answer[1]),
                Cells.whole(answer[2]),
                Cells.whole(answer[3]),
                Cells.decimal(answer[4]),
                Cells.decimal(answer[5]),
                Boolean.parseBoolean(answer[6]),
                Cells.whole(answer[7]),
                (int) Cells.whole(answer[8]),
                Boolean.parseBoolean(answer[9]),
                Stream.of(answer[10], answer[11], answer[12])
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList());
    }

    boolean allTruths() {
        boolean clear = (truthBits & 4) != 0 || truthBits == 3;
        return present > 0 && truths == present && clear;
    }
}
