package io.watertight.core.data;

import java.util.List;

/** Where rows can be taken into memory, column by column. */
public interface RowSource {

    /**
     * Draws rows by a hash of their id, so that the same rows come again for the same seed, on every engine, and in the same
     * proportion from every part of a split.
     *
     * @param columns the columns wanted
     * @param maximumRows about how many rows at most; all rows when the table has no more
     * @param seed of the draw
     */
    ColumnBatch scan(List<String> columns, int maximumRows, long seed);
}
