package io.watertight.ml.regression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which rows the numbers rest on.
 *
 * @param table rows of the table
 * @param read rows taken into memory: all, or a sample drawn by the rows' numbers
 * @param used complete rows among them, which were fitted
 * @param missing by column (the target included): rows read that have no number or word there
 */
public record RowCount(long table, int read, int used, Map<String, Integer> missing) {

    public RowCount {
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }

    /** Rows read that lack a value somewhere and were left out. */
    public int dropped() {
        return read - used;
    }
}
