package io.watertight.checks.text;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Shingles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Texts of the sample, and pairs of nearly equal ones among them. */
final class TextPairs {

    /** Shingling so many texts takes about half a second. */
    private static final int MOST_TEXTS = 20_000;

    /** A column of texts, not of names or codes: mean length in characters, and share of rows with a text of their own. */
    private static final double LONG = 30;

    private static final double OWN = 0.3;

    /** Texts of a band that a text is compared with. */
    private static final int NEIGHBOURS = 8;

    private TextPairs() {}

    /** Columns of texts. */
    static List<String> columns(StudyView view) {
        ColumnBatch sample = view.sample();
        return view.study().describing().stream()
                .map(column -> column.name())
                .filter(column -> sample.has(column)
                        && sample.column(column) instanceof CodeVector texts
                        && texts.dictionary().size() >= OWN * sample.rows()
                        && texts.dictionary().stream()
                                        .mapToInt(String::length)
                                        .average()
                                        .orElse(0)
                                >= LONG
                        && texts.dictionary().stream()
                                .limit(100)
                                .anyMatch(text -> text.strip().contains(" ")))
                .toList();
    }

    /**
     * Whether the sample holds near pairs, in such number that there may be enough of them among all rows: both texts of a pair must be
     * in the sample.
     *
     * @param worth share of rows in near pairs that is worth a look
     */
    static boolean isWorthALook(StudyView view, String column, double similarity, double worth) {
        ColumnBatch sample = view.sample();
        int step = 1 + (sample.rows() - 1) / MOST_TEXTS;
        int[] rows = IntStream.range(0, sample.rows())
                .filter(row -> row % step == 0 && !sample.column(column).isMissing(row))
                .toArray();
        double coverage = view.profile().rows() == 0
                ? 1
                : (double) rows.length / view.profile().rows();
        return near(view, (CodeVector) sample.column(column), rows, similarity)
                >= Math.max(1, worth / 2 * rows.length * coverage);
    }

    private static long near(StudyView view, CodeVector texts, int[] rows, double similarity) {
        Map<String, int[]> blocks = new HashMap<>();
        Set<Long> known = new HashSet<>();
        long near = 0;
        for (int row : rows) {
            String text = texts.text(row);
            String bands = Shingles.bands(text);
            for (String band : bands.isEmpty() ? new String[0] : bands.split(" ")) {
                int[] before = blocks.getOrDefault(band, new int[0]);
                for (int other : before) {
                    boolean apart = !view.study().hasSplit()
                            || view.sample().part(row) != view.sample().part(other);
                    if (apart && texts.codes()[row] != texts.codes()[other] && known.add((long) row << 32 | other)) {
                        near += Shingles.similarity(text, texts.text(other)) >= similarity ? 1 : 0;
                    }
                }
                if (before.length < NEIGHBOURS) {
                    int[] after = Arrays.copyOf(before, before.length + 1);
                    after[before.length] = row;
                    blocks.put(band, after);
                }
            }
        }
        return near;
    }
}
