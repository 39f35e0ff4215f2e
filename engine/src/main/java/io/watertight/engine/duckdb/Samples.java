package io.watertight.engine.duckdb;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.RowHash;
import io.watertight.core.data.Vector;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.sql.Hashes;
import io.watertight.engine.sql.RowColumns;
import io.watertight.engine.sql.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;

/** Takes rows into memory, column by column. */
final class Samples {

    /** Longer texts are cut: nothing that is judged on a sample needs more. */
    private static final int LONGEST_TEXT = 1000;

    /** Columns taken by one query: planning takes time that grows with their square. */
    private static final int BATCH = 250;

    private final Session session;
    private final Source source;

    Samples(Session session, Source source) {
        this.session = session;
        this.source = source;
    }

    ColumnBatch scan(List<String> columns, int maximumRows, long seed) {
        long[] total = new long[1];
        session.each("counting rows", "SELECT count(*) FROM " + source.from(), row -> total[0] = row.whole(0));
        String condition = "TRUE";
        if (total[0] > maximumRows) {
            long threshold = RowHash.threshold((double) maximumRows / total[0]);
            condition = Hashes.drawn(source, seed, threshold);
        }
        Longs ids = new Longs();
        Longs parts = new Longs();
        Map<String, Vector> vectors = new LinkedHashMap<>();
        // At least one query, so that a sample of no columns still has its rows.
        for (int begin = 0; begin == 0 || begin < columns.size(); begin += BATCH) {
            take(columns.subList(begin, Math.min(columns.size(), begin + BATCH)), condition, ids, parts, vectors);
        }
        long[] partOrdinals = parts.values();
        byte[] partBytes = new byte[partOrdinals.length];
        for (int row = 0; row < partBytes.length; row++) {
            partBytes[row] = (byte) partOrdinals[row];
        }
        return new ColumnBatch(ids.values(), partBytes, vectors, total[0]);
    }

    /** Rows come in the order of their ids, the same for every batch of columns; the first batch tells them. */
    private void take(List<String> columns, String condition, Longs ids, Longs parts, Map<String, Vector> vectors) {
        boolean first = vectors.isEmpty();
        List<Column> taken = columns.stream().map(this::column).toList();
        session.eachChunk(
                "taking a sample of " + columns.size() + " columns",
                RowColumns.select(source, columns, LONGEST_TEXT, condition),
                chunk -> {
                    int rows = (int) chunk.rowCount();
                    if (first) {
                        ids.add(chunk.vector(0), rows);
                        parts.add(chunk.vector(1), rows);
                    }
                    for (int index = 0; index < taken.size(); index++) {
                        taken.get(index).add(chunk.vector(2 + index), rows);
                    }
                });
        for (int index = 0; index < columns.size(); index++) {
            vectors.put(columns.get(index), taken.get(index).vector());
        }
    }

    private Column column(String name) {
        ColumnType type = source.column(name).type();
        return type == ColumnType.NUMBER || type == ColumnType.TIME ? new Numbers() : new Codes();
    }

    /** Collects one column. */
    private interface Column {
        void add(DuckDBReadableVector vector, int rows);

        Vector vector();
    }

    private static final class Longs {
        private long[] values = new long[4096];
        private int size;

        void add(DuckDBReadableVector vector, int rows) {
            if (size + rows > values.length) {
                values = Arrays.copyOf(values, Math.max(size + rows, 2 * values.length));
            }
            for (int row = 0; row < rows; row++) {
                values[size++] = vector.getLong(row);
            }
        }

        long[] values() {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Numbers implements Column {
        private double[] values = new double[2048];
        private int size;

        @Override
        public void add(DuckDBReadableVector vector, int rows) {
            if (size + rows > values.length) {
                values = Arrays.copyOf(values, Math.max(size + rows, 2 * values.length));
            }
            for (int row = 0; row < rows; row++) {
                values[size++] = vector.getDouble(row, Double.NaN);
            }
        }

        @Override
        public Vector vector() {
            return new NumberVector(Arrays.copyOf(values, size));
        }
    }

    private static final class Codes implements Column {
        private final Map<String, Integer> index = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private int[] codes = new int[2048];
        private int size;

        @Override
        public void add(DuckDBReadableVector vector, int rows) {
            if (size + rows > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(size + rows, 2 * codes.length));
            }
            for (int row = 0; row < rows; row++) {
                codes[size++] = vector.isNull(row) ? -1 : code(vector.getString(row));
            }
        }

        private int code(String text) {
            Integer known = index.get(text);
            if (known == null) {
                known = dictionary.size();
                index.put(text, known);
                dictionary.add(text);
            }
            return known;
        }

        @Override
        public Vector vector() {
            return new CodeVector(Arrays.copyOf(codes, size), dictionary);
        }
    }
}
