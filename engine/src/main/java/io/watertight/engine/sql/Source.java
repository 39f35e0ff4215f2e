package io.watertight.engine.sql;

import io.watertight.core.statistic.Scope;
import io.watertight.core.study.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows that questions are about.
 *
 * @param dialect how to spell
 * @param from an item of a FROM clause
 * @param rowId expression of a row's position
 * @param part expression of the ordinal of a row's part
 * @param columns by name, in file order
 */
public record Source(Dialect dialect, String from, String rowId, String part, Map<String, SqlColumn> columns) {

    public Source {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** @throws IllegalArgumentException if there is no such column */
    public SqlColumn column(String name) {
        SqlColumn column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "' in the table");
        }
        return column;
    }

    /** The condition that a row is in the scope. */
    String within(Scope scope) {
        return switch (scope) {
            case TRAIN -> isIn(Part.TRAIN);
            case TEST -> isIn(Part.TEST);
            case ALL -> "TRUE";
        };
    }

    /** The condition that a row is in the part. */
    String isIn(Part wanted) {
        return part + " = " + number(wanted);
    }

    /** The number that {@link #part} yields for a part. */
    static int number(Part part) {
        return switch (part) {
            case TRAIN -> 0;
            case VALIDATION -> 1;
            case TEST -> 2;
        };
    }

    /** The part of such a number. */
    static Part part(int number) {
        return switch (number) {
            case 0 -> Part.TRAIN;
            case 1 -> Part.VALIDATION;
            case 2 -> Part.TEST;
            default -> throw new IllegalArgumentException("no part has the number " + number);
        };
    }

    boolean hasSplit() {
        return !part.equals("0");
    }
}
