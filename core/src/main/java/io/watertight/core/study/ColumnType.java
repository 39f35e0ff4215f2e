package io.watertight.core.study;

/** How a column's values are read. */
public enum ColumnType {
    /** Whole or decimal numbers. */
    NUMBER,
    /** Words, codes or free text. */
    TEXT,
    /** True or false. */
    BOOLEAN,
    /** A date or an instant. */
    TIME,
    /** Lists, structures and bytes: listed, not audited. */
    OTHER
}
