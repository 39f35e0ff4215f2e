package io.watertight.core.engine;

import io.watertight.core.study.ColumnType;

/**
 * A column as the engine reads it.
 *
 * @param name unique within the table, equal to the file's name unless a notice says otherwise
 * @param type how its values are read
 * @param integral whether all its numbers are whole
 */
public record TableColumn(String name, ColumnType type, boolean integral) {}
