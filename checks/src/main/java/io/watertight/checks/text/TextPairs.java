package io.watertight.checks.text;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Shingles;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Texts of the sample, and pairs of nearly equal ones among them. */
final class TextPairs {

    /** The sample decides if it would hold so many pairs of a table that is worth a warning: it holds none once in twenty then. */
    private static final double FEWEST_EXPECTED = 3;

    /** So many times fewer pairs than a warning needs are worth a look: samples vary. */
    private static final double DOUBT = 5;

    /** Texts in the blocks that are looked at, of a table that its sample is too thin for. */
    private static final double BLOCKED_TEXTS = 500_000;

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
     * Of how many blocks of texts one is to be looked at among all rows: of one where the sample holds near pairs in such number that there
     * may be enough of them, of more where it is so thin that it would hardly hold one, since both texts of a pair must be in it.
     *
     * @param worth share of rows in near pairs that is worth a warning
     * @return empty where the sample shows that a look is not worth it
     */
    static OptionalInt oneIn(StudyView view, String column, double similarity, double worth) {
        ColumnBatch sample = view.sample();
        int[] rows = IntStream.range(0, sample.rows())
                .filter(row -> !sample.column(column).isMissing(row))
                .toArray();
        double coverage = sample.coverage();
        double expected = worth / 2 * rows.length * coverage;
        if (coverage < 1 && expected < FEWEST_EXPECTED) {
            return OptionalInt.of((int) Math.max(1, Math.round(rows.length / coverage / BLOCKED_TEXTS)));
        }
        return near(view, (CodeVector) sample.column(column), rows, similarity) >= Math.max(1, expected / DOUBT)
                ? OptionalInt.of(1)
                : OptionalInt.empty();
    }

    private static long near(StudyView view, CodeVector texts, int[] rows, double similarity) {
        long[][] bands = Arrays.stream(rows)
                .mapToObj(row -> Shingles.bandHashes(texts.text(row)))
                .toArray(long[][]::new);
        boolean split = view.study().hasSplit();
        Set<Long> known = new HashSet<>();
        long near = 0;
        for (int band = 0; band < Shingles.BANDS; band++) {
            int[] sorted = sorted(bands, band);
            for (int place = 0; place < sorted.length; place++) {
                long block = bands[sorted[place]][band];
                int end = Math.min(sorted.length, place + 1 + NEIGHBOURS);
                for (int next = place + 1; next < end && bands[sorted[next]][band] == block; next++) {
                    int row = rows[Math.min(sorted[place], sorted[next])];
                    int other = rows[Math.max(sorted[place], sorted[next])];
                    boolean apart =
                            !split || view.sample().part(row) != view.sample().part(other);
                    if (apart && texts.codes()[row] != texts.codes()[other] && known.add((long) row << 32 | other)) {
                        near += Shingles.similarity(texts.text(row), texts.text(other)) >= similarity ? 1 : 0;
                    }
                }
            }
        }
        return near;
    }

    /** Texts by their hash in a band: its lowest bits make room for the text's number, so that numbers are sorted and not objects. */
    private static int[] sorted(long[][] bands, int band) {
        long room = Long.highestOneBit(Math.max(1, bands.length)) * 2 - 1;
        return IntStream.range(0, bands.length)
                .filter(text -> bands[text].length > 0)
                .mapToLong(text -> bands[text][band] & ~room | text)
                .sorted()
                .mapToInt(key -> (int) (key & room))
                .toArray();
    }
}
