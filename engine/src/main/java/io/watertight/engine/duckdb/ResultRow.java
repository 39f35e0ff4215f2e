package io.watertight.engine.duckdb;

import io.watertight.engine.sql.Queries;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The current row of a result. */
final class ResultRow implements Queries.Row {

    private final ResultSet results;

    ResultRow(ResultSet results) {
        this.results = results;
    }

    @Override
    public boolean isMissing(int index) {
        return get(() -> results.getObject(index + 1) == null);
    }

    @Override
    public long whole(int index) {
        return get(() -> results.getLong(index + 1));
    }

    @Override
    public double number(int index) {
        return get(() -> {
            double value = results.getDouble(index + 1);
            return results.wasNull() ? Double.NaN : value;
        });
    }

    @Override
    public String text(int index) {
        return get(() -> {
            String text = results.getString(index + 1);
            return text == null ? "" : text;
        });
    }

    @Override
    public List<Long> wholes(int index) {
        return get(() -> {
            Array array = results.getArray(index + 1);
            List<Long> values = new ArrayList<>();
            if (array != null) {
                for (Object value : (Object[]) array.getArray()) {
                    values.add(((Number) value).longValue());
                }
            }
            return values;
        });
    }

    @Override
    public List<String> texts(int index) {
        return get(() -> {
            Array array = results.getArray(index + 1);
            List<String> values = new ArrayList<>();
            if (array != null) {
                for (Object value : (Object[]) array.getArray()) {
                    values.add(String.valueOf(value));
                }
            }
            return values;
        });
    }

    private interface Getter<T> {
        T get() throws SQLException;
    }

    private static <T> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException failure) {
            throw new IllegalStateException("a result could not be read", failure);
        }
    }
}
