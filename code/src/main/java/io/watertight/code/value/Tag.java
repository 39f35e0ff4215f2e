package io.watertight.code.value;

/** What else is known of data. */
public enum Tag {
    /** The rows have an order in time: a date index, sorted by a date, lags, a time-series source. */
    TIME_ORDERED,
    /** The rows were sorted by a time; they may be independent all the same. */
    TIME_SORTED,
    /** The rows go back in time: the row before is the later one. */
    NEWEST_FIRST,
    /** Each row is a window over a longer series; neighbouring rows share values. */
    WINDOWED,
    /** Holds dates. */
    DATES,
    /** What the rows are was assumed, since a call is unknown. */
    ASSUMED,
    /** A predicted label, probability or score. */
    PREDICTED,
    /** Predictions that were cut at a threshold. */
    THRESHOLDED,
    /** A score of a model on rows. */
    SCORE,
    /** A statistic with one value a column: correlations, importances. */
    PER_COLUMN,
    /** Transposed: rows are columns. */
    TRANSPOSED,
    /** Columns were picked by names or positions that are not known: any of those that are listed may be missing. */
    CHOSEN_COLUMNS,
    /** A frame whose {@code drop} without keywords drops columns: of polars or Spark, not of pandas. */
    DROPS_COLUMNS,
    /** One row or one picture by itself: a statistic of it says nothing of other rows. */
    SINGLE,
    /** Texts that a language model is given: prompts, examples. */
    PROMPT
}
