package io.watertight.checks.duplicates;

import io.watertight.checks.support.EntityNames;
import io.watertight.checks.support.EntityNames.Likeness;
import io.watertight.checks.support.RowHashes;
import io.watertight.checks.support.Words;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.PartProfile;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A column that ought to name a row once and names some twice.
 *
 * @param column its name
 * @param named whether the name says that it is a key
 * @param sameness share of the telling columns in which two rows of one key agree, over pairs of the sample
 */
record KeyCandidate(String column, boolean named, double sameness) {

    private static final Set<String> KEY_WORDS =
            Set.of("url", "link", "uri", "href", "hash", "md5", "sha", "file", "filename", "path", "title");

    /** Of the rows with a value, a key tells at least this share apart. */
    private static final double NEARLY_UNIQUE = 0.5;

    /** Words without a telling name must be nearer to unique. */
    private static final double NAMELESS_UNIQUE = 0.9;

    private static final int LEAST_PAIRS = 3;
    private static final int MOST_PAIRS = 2_000;

    /** Columns that pairs of rows are compared in: a share needs no more, however wide the table is. */
    private static final int MOST_TELLING = 200;

    /** A column in which this share of all pairs agrees tells nothing about two rows. */
    private static final double TELLING = 0.5;

    static List<KeyCandidate> find(StudyView view) {
        ColumnBatch sample = view.sample();
        List<Column> columns = view.study().describing().stream()
                .filter(column -> sample.has(column.name()) && column.role() != Role.GROUP)
                .toList();
        List<Column> keys =
                columns.stream().filter(column -> isKey(view, column)).toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, long[]> telling = telling(sample, columns);
        return keys.stream()
                .map(column ->
                        new KeyCandidate(column.name(), named(column.name()), sameness(sample, column.name(), telling)))
                .filter(candidate -> candidate.sameness() >= 0.8)
                .sorted(Comparator.comparing(candidate -> !candidate.named()))
                .toList();
    }

    /** Hashes of the columns that tell something about two rows, from all over the table. */
    private static Map<String, long[]> telling(ColumnBatch sample, List<Column> columns) {
        Map<String, long[]> telling = new LinkedHashMap<>();
        int step = Math.max(1, columns.size() / (2 * MOST_TELLING));
        // Every step-th column first; the others only where too few of these tell.
        for (int begin = 0; begin < step; begin++) {
            for (int index = begin; index < columns.size() && telling.size() < MOST_TELLING; index += step) {
                String name = columns.get(index).name();
                long[] hashes = RowHashes.ofColumn(sample, name);
                if (tells(RowHashes.pairs(hashes), hashes.length)) {
                    telling.put(name, hashes);
                }
            }
        }
        return telling;
    }

    /** Neither a column that never repeats, which numbers the rows, nor one that hardly varies. */
    private static boolean tells(double agreeing, double rows) {
        return agreeing > 0 && agreeing < TELLING * rows * (rows - 1) / 2;
    }

    private static boolean named(String name) {
        List<String> words = Words.of(name);
        return EntityNames.of(name) != Likeness.NONE
                || (!words.isEmpty() && KEY_WORDS.contains(words.get(words.size() - 1)));
    }

    private static boolean isKey(StudyView view, Column column) {
        PartProfile profile = view.profile().column(column.name()).all();
        double unique = (double) profile.distinct() / Math.max(1, profile.present());
        boolean text = column.type() == ColumnType.TEXT;
        return (text || column.integral())
                && profile.missingShare() < 0.5
                && unique >= (named(column.name()) ? NEARLY_UNIQUE : NAMELESS_UNIQUE)
                && (text || named(column.name()));
    }

    /** 0 where too few pairs share a key or too few columns tell. */
    private static double sameness(ColumnBatch sample, String column, Map<String, long[]> telling) {
        long[] keys = RowHashes.ofColumn(sample, column);
        int[] order = IntStream.range(0, keys.length)
                .filter(row -> !sample.column(column).isMissing(row))
                .boxed()
                .sorted(Comparator.comparingLong(row -> keys[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        // The key agrees with itself and is not evidence.
        List<long[]> others = telling.entrySet().stream()
                .filter(other -> !other.getKey().equals(column))
                .map(Map.Entry::getValue)
                .toList();
        int pairs = 0;
        double agreeing = 0;
        for (int index = 1; index < order.length && pairs < MOST_PAIRS; index++) {
            int left = order[index - 1];
            int right = order[index];
            if (keys[left] == keys[right]) {
                pairs++;
                for (long[] hashes : others) {
                    agreeing += hashes[left] == hashes[right] ? 1 : 0;
                }
            }
        }
        return pairs < LEAST_PAIRS || others.size() < 3 ? 0 : agreeing / pairs / others.size();
    }
}
