package io.watertight.engine.internal.read;

import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;

/**
 * How the text of a column becomes values.
 *
 * @param name the column
 * @param type of the values
 * @param integral whether all numbers are whole and fit 64 bits
 * @param lean an expression with {@code {}} for the cell that is enough for the data the plan was made from
 * @param careful one that expects anything, for other data
 */
record ColumnPlan(String name, ColumnType type, boolean integral, String lean, String careful) {

    String lean(String cell) {
        return lean.replace("{}", cell);
    }

    String careful(String cell) {
        return careful.replace("{}", cell);
    }

    TableColumn column() {
        return new TableColumn(name, type, integral);
    }
}
