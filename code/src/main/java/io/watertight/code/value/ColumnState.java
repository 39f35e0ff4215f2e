package io.watertight.code.value;

import java.util.Set;

/**
 * What is known of one column that was written on its own.
 *
 * @param influences steps that went into it
 * @param origins the columns that it was made from, row by row
 * @param scores evaluations whose predictions it holds
 */
public record ColumnState(Set<Influence> influences, Set<String> origins, Set<Integer> scores) {

    /** Among the origins where other rows of a column went in too: lags, differences, windows. */
    public static final String OTHER_ROWS = "~";

    public ColumnState {
        influences = Sets.copy(influences);
        origins = Sets.copy(origins);
        scores = Sets.copy(scores);
    }

    /** A column without predictions. */
    public ColumnState(Set<Influence> influences, Set<String> origins) {
        this(influences, origins, Set.of());
    }

    /** A column that is written from data, with the steps that went into it. */
    public static ColumnState of(Data written, Set<Influence> influences) {
        return new ColumnState(influences, written.origins(), written.is(Tag.PREDICTED) ? written.scores() : Set.of());
    }

    public ColumnState withInfluences(Set<Influence> other) {
        return new ColumnState(other, origins, scores);
    }

    /** Either of two, or some rows of each. */
    public ColumnState or(ColumnState other) {
        return new ColumnState(
                Sets.union(influences, other.influences),
                Sets.union(origins, other.origins),
                Sets.union(scores, other.scores));
    }
}
