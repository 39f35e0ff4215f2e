package io.watertight.core.data;

import io.watertight.core.study.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows held column by column. Immutable by contract: arrays are shared and must not be written to. Thread-safe.
 *
 * @param rowIds id of each row, ascending: its position in the data, test rows after training rows when they come from a file
 *     of their own
 * @param parts ordinal of each row's {@link Part}
 * @param columns the values by column name, in file order
 * @param totalRows rows in the table the batch was drawn from
 */
public record ColumnBatch(long[] rowIds, byte[] parts, Map<String, Vector> columns, long totalRows) {

    private static final Part[] PARTS = Part.values();

    public ColumnBatch {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    public int rows() {
        return rowIds.length;
    }

    public Part part(int row) {
        return PARTS[parts[row]];
    }

    /** Whether no row was left out. */
    public boolean isComplete() {
        return rows() == totalRows;
    }

    /** Share of the table's rows that the batch holds, 1 for an empty table. */
    public double coverage() {
        return totalRows == 0 ? 1 : (double) rows() / totalRows;
    }

    /** @throws IllegalArgumentException if there is no such column */
    public Vector column(String name) {
        Vector vector = columns.get(name);
        if (vector == null) {
            throw new IllegalArgumentException("no column '" + name + "' in the batch");
        }
        return vector;
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The numbers (or times in seconds) of a column, NaN where missing. */
    public double[] numbers(String name) {
        if (column(name) instanceof NumberVector vector) {
            return vector.values();
        }
        throw new IllegalArgumentException("column '" + name + "' holds no numbers");
    }
}
