package io.watertight.ml.algorithm.tree;

import io.watertight.core.WatertightException;

/**
 * How a tree grows.
 *
 * @param depth at most
 * @param leastRows that a leaf keeps
 * @param columns share of the columns that each split chooses from, above 0 up to 1; 0 for the square root of their number
 */
public record TreeSettings(int depth, int leastRows, double columns) {

    public TreeSettings {
        if (depth < 1 || leastRows < 1 || !(columns >= 0 && columns <= 1)) {
            throw new WatertightException(
                    "A tree of depth " + depth + " with at least " + leastRows + " rows a leaf and a share of "
                            + columns + " of the columns does not grow.",
                    "choose a depth and rows of at least 1 and a share between 0 and 1");
        }
    }

    /** Columns to choose from, of so many. */
    int chosen(int of) {
        double wanted = columns == 0 ? Math.sqrt(of) : columns * of;
        return Math.max(1, Math.min(of, (int) Math.floor(wanted + 1e-9)));
    }
}
