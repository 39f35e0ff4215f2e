package io.watertight.code.value;

import java.util.Set;

/**
 * What is known of one column that was written on its own.
 *
 * @param influences steps that went into it
 * @param origins the columns that it was made from, row by row
 * @param timing the rows that it was made from
 */
public record ColumnState(Set<Influence> influences, Set<String> origins, Timing timing) {

    /** Among the origins where other rows of a column went in too: lags, differences, windows. */
    public static final String OTHER_ROWS = "~";

    public ColumnState {
        influences = Sets.copy(influences);
        origins = Sets.copy(origins);
    }

    /** A column of which nobody asks when its values were known. */
    public ColumnState(Set<Influence> influences, Set<String> origins) {
        this(influences, origins, Timing.NOTHING);
    }

    ColumnState or(ColumnState other) {
        return new ColumnState(
                Sets.union(influences, other.influences), Sets.union(origins, other.origins), timing.and(other.timing));
    }
}
