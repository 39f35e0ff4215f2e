package io.watertight.engine.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * @param infinite present cells that are infinite numbers
 * @param minimum smallest of the finite ones, NaN without any
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
        long infinite,
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
                        batch -> coded(table, batch, hasNumbers),
                        table.tally(),
                        columns,
                        column -> inner(column, hasNumbers.test(column)),
                        column -> outer(table.tally(), column, hasNumbers.test(column)))
                .stream()
                .map(WordCounts::parse)
                .toList();
    }

    /** Trimmed texts t with their code m and the finite number d in them; each is worked out once, below what uses it. */
    private static String coded(TextTable table, List<Integer> columns, IntPredicate hasNumbers) {
        List<String> trimmed = new ArrayList<>();
        List<String> coded = new ArrayList<>();
        if (table.tally() == Tally.LEVELS) {
            trimmed.add(Tally.SIZE);
            coded.add(Tally.SIZE);
        }
        for (int column : columns) {
            String text = "t" + column;
            trimmed.add("strlen(c" + column + ") AS l" + column + ", trim(c" + column + ") AS " + text);
            coded.add("l" + column + ", " + text + ", " + Missing.code(text, table.missingWords()) + " AS m" + column);
            // A failing cast is dear, and the first scan told where none succeeds.
            if (hasNumbers.test(column)) {
                coded.add("CASE WHEN NOT contains(" + text + ", '_') THEN TRY_CAST(" + text + " AS DOUBLE) END AS d"
                        + column);
            }
        }
        return "(SELECT " + String.join(", ", coded) + " FROM (SELECT " + String.join(", ", trimmed) + " FROM "
                + table.from() + "))";
    }

    private static List<String> inner(int column, boolean numbers) {
        String text = "t" + column;
        String present = "m" + column + " = 0";
        String number = "CASE WHEN " + present + " AND isfinite(d" + column + ") THEN d" + column + " END";
        String word = present + " AND strlen(" + text + ") <= " + LONGEST_SAMPLE
                + (numbers ? " AND d" + column + " IS NULL" : "");
        return List.of(
                "m" + column,
                "strlen(" + text + ") <> l" + column + " AS p" + column,
                "CASE WHEN strlen(" + text + ") > 5 THEN 0 ELSE CASE lower(" + text
                        + ") WHEN 't' THEN 1 WHEN 'f' THEN 2 WHEN 'true' THEN 4 WHEN 'false' THEN 4 ELSE 0 END END AS b"
                        + column,
                (numbers ? number : "NULL") + " AS n" + column,
                (numbers ? "CASE WHEN " + present + " AND isinf(d" + column + ") THEN 1 END" : "NULL") + " AS i"
                        + column,
                "CASE WHEN " + word + " THEN " + text + " END AS w" + column);
    }

    private static List<String> outer(Tally tally, int column, boolean numbers) {
        String missing = "m" + column;
        String number = "n" + column;
        String truth = "b" + column;
        String word = "w" + column;
        return List.of(
                tally.where(missing + " = 0"),
                "bit_or(" + missing + ")",
                tally.where(missing + " BETWEEN 1 AND " + Missing.alwaysBits()),
                numbers ? tally.of(number) : "0",
                numbers ? tally.of("i" + column) : "0",
                numbers ? "min(" + number + ")" : "NULL",
                numbers ? "max(" + number + ")" : "NULL",
                numbers ? "bool_and(" + number + " = trunc(" + number + "))" : "NULL",
                tally.where(truth + " > 0"),
                "bit_or(" + truth + ")",
                "bool_or(p" + column + ")",
                "min(" + word + ")",
                "max(" + word + ")",
                "arg_min(" + word + ", hash(" + word + "))");
    }

    private static WordCounts parse(@Nullable String[] answer) {
        return new WordCounts(
                Cells.whole(answer[0]),
                (int) Cells.whole(answer[1]),
                Cells.whole(answer[2]),
                Cells.whole(answer[3]),
                Cells.whole(answer[4]),
                Cells.decimal(answer[5]),
                Cells.decimal(answer[6]),
                Boolean.parseBoolean(answer[7]),
                Cells.whole(answer[8]),
                (int) Cells.whole(answer[9]),
                Boolean.parseBoolean(answer[10]),
                Stream.of(answer[11], answer[12], answer[13])
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
