package io.watertight.engine.internal.read;

/** How rows are counted: each once, or each as often as its column n says. */
enum Tally {
    ROWS,
    LEVELS;

    /** The column that says how many rows a level stands for. */
    static final String SIZE = "n";

    /** An aggregate: all rows. */
    String all() {
        return this == ROWS ? "count(*)" : "sum(" + SIZE + ")";
    }

    /** An aggregate: the rows where an expression is not NULL. */
    String of(String expression) {
        return this == ROWS ? "count(" + expression + ")" : where(expression + " IS NOT NULL");
    }

    /** An aggregate: the rows that meet a condition. */
    String where(String condition) {
        return this == ROWS ? "count_if(" + condition + ")" : "sum(CASE WHEN " + condition + " THEN " + SIZE + " END)";
    }
}
