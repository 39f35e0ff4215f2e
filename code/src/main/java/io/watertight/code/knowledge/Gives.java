package io.watertight.code.knowledge;

/** What kind of thing comes out. */
public enum Gives {
    /** What went in: a frame stays a frame. */
    SAME,
    FRAME,
    SERIES,
    ARRAY,
    /** A result of groupby that waits for an aggregation. */
    GROUPED,
    /** A rolling, expanding or resampling window that waits for an aggregation. */
    WINDOW,
    /** Row labels or positions; selecting by them selects rows. */
    INDEX,
    /** Names of columns, or a mask of columns. */
    COLUMNS,
    /** A column expression of polars or Spark, which select, with_columns or withColumn apply to rows. */
    EXPRESSION,
    /** A number or a small table of numbers: no rows. */
    NUMBER,
    TEXT,
    /** A dataset of a deep-learning library or of Hugging Face. */
    DATASET,
    /** Something that deals batches of a dataset. */
    LOADER,
    /** A trained model. */
    MODEL,
    NOTHING
}
