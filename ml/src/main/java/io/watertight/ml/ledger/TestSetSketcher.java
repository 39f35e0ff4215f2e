package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.RowSource;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import io.watertight.core.study.Study;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Makes the identity of a test set from its rows, batch by batch. Neither the order of rows, batches and columns nor row ids
 * count; a missing value counts as if the column were not there. All rows must be added: a sample of them is another set. Holds eight bytes a
 * row. Not thread-safe.
 */
public final class TestSetSketcher {

    /** Hashes that are kept of the rows as a whole; overlaps are exact up to so many rows. */
    static final int MOST_HASHES = 2048;

    /** Hashes that are kept of every other view, which only serve when the whole fails. */
    static final int FEWER_HASHES = 256;

    /** Cells taken into memory at a time. */
    private static final long MOST_CELLS = 4_000_000;

    private static final int GROUPS = TestSetIdentity.GROUPS;
    private static final int ALL = 0;
    private static final int FIRST_GROUP = 1;
    private static final int FIRST_REST = 1 + GROUPS;
    private static final int KEYED = TestSetIdentity.VIEWS - 1;

    private final List<String> columns;
    private final List<String> keys;
    private final SmallestHashes[] views = new SmallestHashes[TestSetIdentity.VIEWS];
    private long[] hashes = new long[1024];
    private int rows;

    /**
     * @param columns features and target, in any order; neither split nor weights
     * @param keys columns that number the rows or name items, which count only as one more hint; may be empty
     */
    public TestSetSketcher(List<String> columns, List<String> keys) {
        Set<String> once = new HashSet<>(columns);
        once.addAll(keys);
        if (columns.isEmpty() || once.size() < columns.size() + keys.size()) {
            throw new IllegalArgumentException("columns " + columns + " and keys " + keys + " must be distinct");
        }
        this.columns = List.copyOf(columns);
        this.keys = List.copyOf(keys);
        Arrays.setAll(views, view -> new SmallestHashes(MOST_HASHES));
    }

    /** A sketcher for what the study predicts, and from what; its ids become keys. */
    public static TestSetSketcher of(Study study) {
        List<String> columns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Column column : study.columns()) {
            switch (column.role()) {
                case FEATURE, GROUP, TIME, TARGET -> columns.add(column.name());
                case ID -> keys.add(column.name());
                case WEIGHT, SPLIT, IGNORED -> {}
            }
        }
        if (columns.isEmpty()) {
            throw new WatertightException(
                    "The study " + study.name()
                            + " has neither a target nor a feature, so its test set cannot be known.",
                    "fewer columns should be ignored");
        }
        return new TestSetSketcher(columns, keys);
    }

    /** The columns that batches must hold. */
    public List<String> wanted() {
        List<String> wanted = new ArrayList<>(columns);
        wanted.addAll(keys);
        return List.copyOf(wanted);
    }

    /** Adds every row of a batch. */
    public TestSetSketcher add(ColumnBatch batch) {
        return add(batch, row -> true);
    }

    /** Adds the rows of one part of the split. */
    public TestSetSketcher add(ColumnBatch batch, Part part) {
        return add(batch, row -> batch.part(row) == part);
    }

    /**
     * Adds the rows of one part of a table, a few columns at a time: takes 40 bytes a row of the whole table besides, however many columns
     * there are.
     *
     * @param rows of the table
     */
    public TestSetSketcher add(RowSource source, long rows, Part part) {
        return add(source, rows, part, MOST_CELLS);
    }

    TestSetSketcher add(RowSource source, long rows, Part part, long mostCells) {
        List<String> wanted = wanted();
        int width = (int) Math.max(1, Math.min(wanted.size(), mostCells / Math.max(1, rows)));
        Sums sums = new Sums((int) rows);
        byte[] parts = new byte[(int) rows];
        for (int begin = 0; begin < wanted.size(); begin += width) {
            List<String> some = wanted.subList(begin, Math.min(wanted.size(), begin + width));
            ColumnBatch batch = source.scan(some, Integer.MAX_VALUE, 0);
            sums.add(batch, some);
            parts = batch.parts();
        }
        byte[] partOfRow = parts;
        return add(sums, partOfRow.length, row -> partOfRow[row] == part.ordinal());
    }

    private TestSetSketcher add(ColumnBatch batch, IntPredicate isWanted) {
        Sums sums = new Sums(batch.rows());
        sums.add(batch, wanted());
        return add(sums, batch.rows(), isWanted);
    }

    private TestSetSketcher add(Sums sums, int count, IntPredicate isWanted) {
        for (int row = 0; row < count; row++) {
            if (isWanted.test(row)) {
                addRow(sums.groups, sums.key, row);
            }
        }
        return this;
    }

    /** Sums of the cells' hashes by row: columns can come one after the other. */
    private final class Sums {

        private final long[][] groups;
        private final long[] key;

        Sums(int rows) {
            groups = new long[GROUPS][rows];
            key = new long[rows];
        }

        void add(ColumnBatch batch, List<String> names) {
            for (String name : names) {
                addColumn(batch.column(name), name, keys.contains(name) ? key : groups[group(name)]);
            }
        }
    }

    private void addRow(long[][] groups, long[] key, int row) {
        long whole = 0;
        for (long[] group : groups) {
            whole += group[row];
        }
        long hash = positive(whole);
        if (rows == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.addExact(rows, rows / 2));
        }
        hashes[rows++] = hash;
        views[ALL].add(hash);
        views[KEYED].add(positive(whole + key[row]));
        for (int group = 0; group < GROUPS; group++) {
            views[FIRST_GROUP + group].add(positive(groups[group][row]));
            views[FIRST_REST + group].add(positive(whole - groups[group][row]));
        }
    }

    /** Sums are the same in whatever order columns come; each cell's hash depends on its column's name. */
    private static void addColumn(Vector vector, String name, long[] sums) {
        long seed = CellHash.ofName(name);
        if (vector instanceof NumberVector numbers) {
            double[] values = numbers.values();
            for (int row = 0; row < sums.length; row++) {
                if (!Double.isNaN(values[row])) {
                    sums[row] += CellHash.mix(seed + CellHash.ofNumber(values[row]));
                }
            }
        } else if (vector instanceof CodeVector words) {
            long[] ofWord = new long[words.dictionary().size()];
            boolean[] isKnown = new boolean[ofWord.length];
            for (int row = 0; row < sums.length; row++) {
                int code = words.codes()[row];
                if (code >= 0) {
                    if (!isKnown[code]) {
                        ofWord[code] = CellHash.mix(
                                seed + CellHash.ofText(words.dictionary().get(code)));
                        isKnown[code] = true;
                    }
                    sums[row] += ofWord[code];
                }
            }
        }
    }

    private static long positive(long sum) {
        return CellHash.mix(sum) >>> 1;
    }

    static int group(String name) {
        return (int) (CellHash.ofName(name) >>> 62);
    }

    /**
     * The identity of the rows so far.
     *
     * @throws WatertightException if there are none
     */
    public TestSetIdentity identity() {
        if (rows == 0) {
            throw new WatertightException(
                    "The test set has no rows, so there is nothing to enter in the ledger.",
                    "the split column has another word for test, or the test file is empty");
        }
        long[] sorted = Arrays.copyOf(hashes, rows);
        Arrays.parallelSort(sorted);
        int[] counts = new int[GROUPS];
        columns.forEach(name -> counts[group(name)]++);
        List<RowSketch> sketches = new ArrayList<>();
        for (int view = 0; view < views.length; view++) {
            int covered = columnsOf(view, counts);
            sketches.add(
                    view == ALL
                            ? new RowSketch(covered, distinct(sorted), views[ALL].smallest())
                            : views[view].sketch(covered).shortenedTo(FEWER_HASHES));
        }
        return new TestSetIdentity(digest(sorted), rows, sketches);
    }

    private int columnsOf(int view, int[] counts) {
        if (view == ALL) {
            return columns.size();
        }
        if (view == KEYED) {
            return keys.isEmpty() ? 0 : columns.size() + keys.size();
        }
        return view < FIRST_REST ? counts[view - FIRST_GROUP] : columns.size() - counts[view - FIRST_REST];
    }

    private static long distinct(long[] sorted) {
        long count = 1;
        for (int index = 1; index < sorted.length; index++) {
            if (sorted[index] != sorted[index - 1]) {
                count++;
            }
        }
        return count;
    }

    private static String digest(long[] sorted) {
        MessageDigest digest = Sha256.digest();
        ByteBuffer block = ByteBuffer.allocate(8192);
        for (long hash : sorted) {
            if (!block.hasRemaining()) {
                digest.update(block.flip());
                block.clear();
            }
            block.putLong(hash);
        }
        digest.update(block.flip());
        return HexFormat.of().formatHex(digest.digest());
    }
}
