package io.watertight.code.knowledge;

/** How the rows of a result relate to the rows of what went in. */
public enum RowEffect {
    /** Row for row the same. */
    SAME,
    /** Some of them: dropna, query, head. */
    SUBSET,
    /** All of them in another order. */
    PERMUTED,
    /** The rows of several inputs below one another. */
    UNION,
    /** Rows repeated, or made from others. */
    DUPLICATE,
    /** One row a group, a window or a level: each row stems from many. */
    GROUPED,
    /** No rows: a number, a list of names, a plot. */
    NONE,
    /** New rows from a file, a generator or a service. */
    NEW
}
