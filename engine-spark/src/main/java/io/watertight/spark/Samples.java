package io.watertight.spark;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.RowHash;
import io.watertight.core.data.Vector;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.sql.Hashes;
import io.watertight.engine.sql.Queries;
import io.watertight.engine.sql.RowColumns;
import io.watertight.engine.sql.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes rows into memory, column by column. */
final class Samples {

    /** Longer texts are cut: nothing that is judged on a sample needs more. */
    private static final int LONGEST_TEXT = 1000;

    /** Columns taken by one query. */
    private static final int BATCH = 250;

    private final SparkQueries queries;
    private final Source source;

    Samples(SparkQueries queries, Source source) {
        this.queries = queries;
        this.source = source;
    }

    ColumnBatch scan(List<String> columns, int maximumRows, long seed) {
        long[] total = new long[1];
        queries.each("counting rows", "SELECT count(*) FROM " + source.from(), row -> total[0] = row.whole(0));
        String condition = "TRUE";
        if (total[0] > maximumRows) {
            long threshold = RowHash.threshold((double) maximumRows / total[0]);
            condition = Hashes.of(source.dialect(), source.rowId(), seed) + " < " + threshold;
        }
        Numbers ids = new Numbers();
        Numbers parts = new Numbers();
        Map<String, Vector> vectors = new LinkedHashMap<>();
        // At least one query, so that a sample of no columns still has its rows.
        for (int begin = 0; begin == 0 || begin < columns.size(); begin += BATCH) {
            take(columns.subList(begin, Math.min(columns.size(), begin + BATCH)), condition, ids, parts, vectors);
        }
        long[] rowIds = ids.wholes();
        long[] ordinals = parts.wholes();
        byte[] partBytes = new byte[ordinals.length];
        for (int row = 0; row < partBytes.length; row++) {
            partBytes[row] = (byte) ordinals[row];
        }
        return new ColumnBatch(rowIds, partBytes, vectors, total[0]);
    }

    /** Rows come in the order of their ids, the same for every batch of columns; the first batch tells them. */
    private void take(List<String> columns, String condition, Numbers ids, Numbers parts, Map<String, Vector> vectors) {
        boolean first = vectors.isEmpty();
        List<Column> taken = columns.stream().map(this::column).toList();
        queries.each(
                "taking a sample of " + columns.size() + " columns",
                RowColumns.select(source, columns, LONGEST_TEXT, condition),
                row -> {
                    if (first) {
                        ids.add(row.whole(0));
                        parts.add(row.whole(1));
                    }
                    for (int index = 0; index < taken.size(); index++) {
                        taken.get(index).add(row, 2 + index);
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
        void add(Queries.Row row, int index);

        Vector vector();
    }

    private static final class Numbers implements Column {
        /** Bits of doubles, or whole numbers. */
        private long[] values = new long[2048];

        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        @Override
        public void add(Queries.Row row, int index) {
            add(Double.doubleToRawLongBits(row.number(index)));
        }

        long[] wholes() {
            return Arrays.copyOf(values, size);
        }

        @Override
        public Vector vector() {
            return new NumberVector(Arrays.stream(values, 0, size)
                    .mapToDouble(Double::longBitsToDouble)
                    .toArray());
        }
    }

    private static final class Codes implements Column {
        private final Map<String, Integer> index = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private int[] codes = new int[2048];
        private int size;

        @Override
        public void add(Queries.Row row, int place) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, 2 * size);
            }
            codes[size++] = row.isMissing(place) ? -1 : code(row.text(place));
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
