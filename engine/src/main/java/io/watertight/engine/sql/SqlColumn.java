package io.watertight.engine.sql;

import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;

/**
 * A column as SQL sees it.
 *
 * @param column its name and type
 * @param expression over the relation's FROM item
 * @param storage how the engine holds it
 */
public record SqlColumn(TableColumn column, String expression, Storage storage) {

    /** How an engine holds values. */
    public enum Storage {
        /** Whole numbers. */
        WHOLE,
        /** Floating-point numbers, so NaN and infinity may occur. */
        FLOATING,
        /** Decimal fractions of fixed length. */
        DECIMAL,
        TEXT,
        BOOLEAN,
        TIME,
        OTHER
    }

    public String name() {
        return column.name();
    }

    public ColumnType type() {
        return column.type();
    }
}
