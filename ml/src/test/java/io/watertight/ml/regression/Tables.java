package io.watertight.ml.regression;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Batches for tests, column by column. */
final class Tables {

    private final int rows;
    private final Map<String, Vector> columns = new LinkedHashMap<>();

    Tables(int rows) {
        this.rows = rows;
    }

    Tables number(String name, IntToDoubleFunction value) {
        columns.put(
                name,
                new NumberVector(IntStream.range(0, rows).mapToDouble(value).toArray()));
        return this;
    }

    /** The empty word is missing. */
    Tables words(String name, String... words) {
        List<String> dictionary =
                Arrays.stream(words).filter(word -> !word.isEmpty()).distinct().toList();
        int[] codes = IntStream.range(0, rows)
                .map(row -> dictionary.indexOf(words[row % words.length]))
                .toArray();
        columns.put(name, new CodeVector(codes, dictionary));
        return this;
    }

    ColumnBatch batch() {
        return new ColumnBatch(IntStream.range(0, rows).asLongStream().toArray(), new byte[rows], columns, rows);
    }
}
