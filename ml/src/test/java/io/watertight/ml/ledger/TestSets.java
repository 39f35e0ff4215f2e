package io.watertight.ml.ledger;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Tables for tests, row by row; a cell is a Double, a String or null.
 *
 * @param columns names in order
 * @param rows cells by row, in the order of the columns
 */
record TestSets(List<String> columns, List<List<Object>> rows) {

    /** Eight columns of the usual kinds: amounts, a rating, two categories, a free text, a count, a sparse number, a label. */
    static TestSets loans(int rows, long seed) {
        Random random = new Random(seed);
        List<List<Object>> table = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Object> cells = new ArrayList<>();
            cells.add(Math.rint(random.nextDouble() * 1e7) / 100);
            cells.add((double) random.nextInt(1000));
            cells.add("grade " + (char) ('A' + random.nextInt(7)));
            cells.add(random.nextBoolean() ? "rent" : "own");
            cells.add("purpose " + Long.toString(random.nextLong(), 36));
            cells.add((double) random.nextInt(40));
            cells.add(random.nextInt(10) == 0 ? null : (Object) random.nextGaussian());
            cells.add(random.nextInt(5) == 0 ? "yes" : "no");
            table.add(cells);
        }
        return new TestSets(
                List.of("amount", "rating", "grade", "home", "purpose", "accounts", "ratio", "default"), table);
    }

    TestSets shuffled(long seed) {
        List<List<Object>> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, new Random(seed));
        return new TestSets(columns, copy);
    }

    TestSets range(int from, int to) {
        return new TestSets(columns, new ArrayList<>(rows.subList(from, to)));
    }

    TestSets with(TestSets other) {
        List<List<Object>> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new TestSets(columns, both);
    }

    /** The named columns only, in this order. */
    TestSets select(List<String> names) {
        List<List<Object>> table = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>();
            names.forEach(name -> cells.add(row.get(columns.indexOf(name))));
            table.add(cells);
        }
        return new TestSets(names, table);
    }

    TestSets without(String column) {
        return select(columns.stream().filter(name -> !name.equals(column)).toList());
    }

    /** Another value in some cells, at most one a row. */
    TestSets edited(int cells, long seed) {
        Random random = new Random(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Object>> table = new ArrayList<>(rows);
        for (int row : order.subList(0, cells)) {
            List<Object> copy = new ArrayList<>(table.get(row));
            int column = random.nextInt(columns.size());
            copy.set(column, copy.get(column) instanceof Double value ? (Object) (value + 1000) : "edited");
            table.set(row, copy);
        }
        return new TestSets(columns, table);
    }

    TestSets map(String column, java.util.function.UnaryOperator<Object> change) {
        int index = columns.indexOf(column);
        List<List<Object>> table = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> copy = new ArrayList<>(row);
            if (copy.get(index) != null) {
                copy.set(index, change.apply(copy.get(index)));
            }
            table.add(copy);
        }
        return new TestSets(columns, table);
    }

    TestSetIdentity identity() {
        return identity(List.of());
    }

    /** As an engine would deliver it: in batches, each with a dictionary of its own. */
    TestSetIdentity identity(List<String> keys) {
        List<String> plain =
                columns.stream().filter(name -> !keys.contains(name)).toList();
        TestSetSketcher sketcher = new TestSetSketcher(plain, keys);
        for (int from = 0; from < rows.size(); from += 700) {
            sketcher.add(range(from, Math.min(rows.size(), from + 700)).batch(from));
        }
        return sketcher.identity();
    }

    ColumnBatch batch(long firstRow) {
        Map<String, Vector> vectors = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            vectors.put(columns.get(column), vector(column));
        }
        return new ColumnBatch(
                IntStream.range(0, rows.size()).mapToLong(row -> firstRow + row).toArray(),
                new byte[rows.size()],
                vectors,
                rows.size());
    }

    private Vector vector(int column) {
        boolean isText = rows.stream().anyMatch(row -> row.get(column) instanceof String);
        if (!isText) {
            return new NumberVector(rows.stream()
                    .mapToDouble(row -> row.get(column) == null ? Double.NaN : (Double) row.get(column))
                    .toArray());
        }
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[rows.size()];
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        for (int row = 0; row < codes.length; row++) {
            Object cell = rows.get(row).get(column);
            codes[row] = cell == null
                    ? -1
                    : codeOf.computeIfAbsent(cell.toString(), word -> {
                        dictionary.add(word);
                        return dictionary.size() - 1;
                    });
        }
        return new CodeVector(codes, dictionary);
    }
}
