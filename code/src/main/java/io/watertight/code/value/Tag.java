package io.watertight.code.value;

/** What else is known of data. */
public enum Tag {
    /** The rows have an order in time: a date index, sorted by a date, lags, a time-series source. */
    TIME_ORDERED,
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
    /** Texts that a language model is given: prompts, examples. */
    PROMPT
}
