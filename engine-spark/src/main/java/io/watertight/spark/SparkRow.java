package io.watertight.spark;

import io.watertight.engine.sql.Queries;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result.
 *
 * @param row as Spark hands it out
 */
record SparkRow(Row row) implements Queries.Row {

    @Override
    public boolean isMissing(int index) {
        return row.isNullAt(index);
    }

    @Override
    public long whole(int index) {
        @Nullable Object value = row.get(index);
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value == null ? 0 : ((Number) value).longValue();
    }

    @Override
    public double number(int index) {
        @Nullable Object value = row.get(index);
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    @Override
    public String text(int index) {
        @Nullable Object value = row.get(index);
        return value == null ? "" : value.toString();
    }

    @Override
    public List<Long> wholes(int index) {
        return row.isNullAt(index) ? List.of() : Smallest.wholes((byte[]) row.get(index));
    }

    @Override
    public List<String> texts(int index) {
        return row.isNullAt(index) ? List.of() : Smallest.texts((byte[]) row.get(index));
    }
}
