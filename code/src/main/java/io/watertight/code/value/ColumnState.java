package io.watertight.code.value;

import java.util.Set;

/**
 * What is known of one column that was written on its own.
 *
 * @param influences steps that went into it
 * @param origins the columns that it was made from, row by row
 */
public record ColumnState(Set<Influence> influences, Set<String> origins) {
    public ColumnState {
        influences = Sets.copy(influences);
        origins = Sets.copy(origins);
    }

    ColumnState or(ColumnState other) {
        return new ColumnState(Sets.union(influences, other.influences), Sets.union(origins, other.origins));
    }
}
