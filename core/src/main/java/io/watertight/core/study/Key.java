package io.watertight.core.study;

import java.util.Arrays;
import java.util.List;

/** One or several columns that act together: a group, an identifier or a time (written {@code site+patient}). */
public record Key(List<String> columns) {

    public Key {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a key needs a column");
        }
    }

    public static Key of(String... columns) {
        return new Key(Arrays.asList(columns));
    }

    @Override
    public String toString() {
        return String.join("+", columns);
    }
}
