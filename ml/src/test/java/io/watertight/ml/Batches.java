package io.watertight.ml;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Writes batches for tests, column by column. */
final class Batches {

    private final int rows;
    private final Map<String, Vector> columns = new LinkedHashMap<>();
    private final byte[] parts;

    Batches(int rows) {
        this.rows = rows;
        this.parts = new byte[rows];
    }

    Batches number(String name, IntToDoubleFunction value) {
        columns.put(
                name,
                new NumberVector(IntStream.range(0, rows).mapToDouble(value).toArray()));
        return this;
    }

    /** A null is a missing value. */
    Batches text(String name, IntFunction<String> value) {
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[rows];
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            String text = value.apply(row);
            codes[row] = text == null
                    ? -1
                    : codeOf.computeIfAbsent(text, word -> {
                        dictionary.add(word);
                        return dictionary.size() - 1;
                    });
        }
        columns.put(name, new CodeVector(codes, dictionary));
        return this;
    }

    Batches test(IntPredicate inTest) {
        for (int row = 0; row < rows; row++) {
            parts[row] = (byte) (inTest.test(row) ? Part.TEST : Part.TRAIN).ordinal();
        }
        return this;
    }

    ColumnBatch batch() {
        return new ColumnBatch(IntStream.range(0, rows).asLongStream().toArray(), parts, columns, rows);
    }

    static Optional<Outcome> classes(String column, String... classes) {
        Task task = classes.length == 2 ? Task.BINARY : Task.MULTICLASS;
        return Optional.of(new Outcome(
                new Target(column, task, false, List.of(classes), classes.length == 2 ? 1 : 0), new double[0]));
    }

    static Optional<Outcome> number(String column) {
        return Optional.of(new Outcome(new Target(column, Task.REGRESSION, false, List.of(), 0), new double[] {0}));
    }
}
