package io.watertight.core.engine;

import java.util.List;

/**
 * Something that reading met.
 *
 * @param kind what it is about
 * @param columns the columns concerned, empty if none in particular
 * @param count how many rows or cells
 * @param message one sentence without cell values
 */
public record ReadNotice(Kind kind, List<String> columns, long count, String message) {

    /** What a notice is about. */
    public enum Kind {
        /** Rows that could not be read and were left out. */
        REJECTED_ROWS,
        /** Rows with too few fields, filled up. */
        SHORT_ROWS,
        /** Text was not valid in its encoding, or another encoding was assumed. */
        ENCODING,
        /** A column was renamed because its name was empty or taken. */
        RENAMED,
        /** Several spellings of "missing" in one column. */
        MISSING_SPELLINGS,
        /** A column of numbers or dates in which some cells are words. */
        MIXED_TYPES,
        /** Dates that may begin with the day or with the month. */
        DATE_ORDER,
        /** Numbers that are infinite; they are read as missing. */
        INFINITE,
        /** A type differs between files or parts. */
        TYPE_DIFFERS,
        /** Files or parts do not have the same columns. */
        COLUMNS_DIFFER
    }

    public ReadNotice {
        columns = List.copyOf(columns);
    }
}
