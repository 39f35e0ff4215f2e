package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.study.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cells as text, before anything is known about their types. SQL finds them in {@code from} as the VARCHAR columns c0, c1, ...
 * with NULL for an empty cell, in the order of the file.
 *
 * @param names names of the columns, distinct
 * @param from an item of a FROM clause
 * @param declared types that the format itself states, by name
 * @param missingWords whether words such as NA may stand for a missing value; otherwise only the empty cell does
 * @param decimalComma whether 1,234 is rather 1.234 than 1234
 * @param bytes about how much text there is
 * @param notices what reading met
 * @param tally how its rows count
 */
record TextTable(
        List<String> names,
        String from,
        Map<String, ColumnType> declared,
        boolean missingWords,
        boolean decimalComma,
        long bytes,
        List<ReadNotice> notices,
        Tally tally) {

    TextTable {
        names = List.copyOf(names);
        declared = Map.copyOf(declared);
        notices = List.copyOf(notices);
    }

    TextTable(
            List<String> names,
            String from,
            Map<String, ColumnType> declared,
            boolean missingWords,
            boolean decimalComma,
            long bytes,
            List<ReadNotice> notices) {
        this(names, from, declared, missingWords, decimalComma, bytes, notices, Tally.ROWS);
    }

    /** With one more thing to tell. */
    TextTable plus(ReadNotice notice) {
        List<ReadNotice> more = new ArrayList<>(notices);
        more.add(notice);
        return new TextTable(names, from, declared, missingWords, decimalComma, bytes, more, tally);
    }

    /** The same cells from another place. */
    TextTable in(String place) {
        return new TextTable(names, place, declared, missingWords, decimalComma, bytes, notices);
    }

    /** The different cells of a column from another place, where each says how many rows have it. */
    TextTable levels(String place) {
        return new TextTable(names, place, declared, missingWords, decimalComma, bytes, notices, Tally.LEVELS);
    }
}
