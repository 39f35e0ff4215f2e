package io.watertight.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row with its number; a class of its own, so that tasks need nothing of what asks for it. */
final class Numbered {

    private Numbered() {}

    /** The row with one more value at its end. */
    static Row row(Row row, long position) {
        Object[] values = new Object[row.size() + 1];
        for (int index = 0; index < row.size(); index++) {
            values[index] = row.get(index);
        }
        values[row.size()] = position;
        return RowFactory.create(values);
    }
}
