package io.watertight.core.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A text as the set of its shingles: runs of {@value #WORDS} words, or of {@value #CHARACTERS} characters where it has fewer than
 * {@value #FEWEST_WORDS} words; letters in lower case, all else between words a blank. Pure functions that every engine calls, so that all
 * of them find the same pairs. Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman and Ullman, Mining of
 * Massive Datasets, chapter 3.
 */
public final class Shingles {

    /** Minhashes are compared in so many bands. */
    public static final int BANDS = 12;

    /** Minhashes of a band: texts of similarity 0.7 share a band with probability 1 - (1 - 0.7^3)^12 = 0.994. */
    public static final int ROWS = 3;

    private static final int WORDS = 3;
    private static final int CHARACTERS = 5;
    private static final int FEWEST_WORDS = 12;

    private Shingles() {}

    /** The hashes of a text's shingles, ascending, each once; none for a text without letters and digits. */
    public static long[] of(String text) {
        long[] hashes = all(text);
        Arrays.sort(hashes);
        int kept = 0;
        for (int index = 0; index < hashes.length; index++) {
            if (index == 0 || hashes[index] != hashes[index - 1]) {
                hashes[kept++] = hashes[index];
            }
        }
        return Arrays.copyOf(hashes, kept);
    }

    /** The Jaccard index of two texts' shingles: 0 where one has none. */
    public static double similarity(String left, String right) {
        long[] first = of(left);
        long[] second = of(right);
        int shared = 0;
        int other = 0;
        for (long hash : first) {
            while (other < second.length && second[other] < hash) {
                other++;
            }
            shared += other < second.length && second[other] == hash ? 1 : 0;
        }
        int union = first.length + second.length - shared;
        return union == 0 ? 0 : (double) shared / union;
    }

    /** The minhashes of a text, one hexadecimal number a band, joined by blanks; empty for a text without shingles. */
    public static String bands(String text) {
        return Arrays.stream(bandHashes(text)).mapToObj(Long::toHexString).collect(Collectors.joining(" "));
    }

    /** The minhashes of a text, one number a band; none for a text without shingles. */
    public static long[] bandHashes(String text) {
        long[] shingles = all(text);
        long[] bands = new long[shingles.length == 0 ? 0 : BANDS];
        for (int band = 0; band < bands.length; band++) {
            long joined = band;
            for (int row = 0; row < ROWS; row++) {
                joined = mixed(joined ^ least(shingles, mixed(band * ROWS + row + 1L) | 1));
            }
            bands[band] = joined;
        }
        return bands;
    }

    /** Shingles are mixed already, so one multiplication by an odd number is as good as another mixing, and twice as fast. */
    private static long least(long[] shingles, long odd) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, shingle * odd);
        }
        return least;
    }

    /** As they come, repeated ones too: a minimum does not mind. Without strings on the way, since tables have millions of texts. */
    private static long[] all(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        char[] plain = new char[lower.length()];
        int length = 0;
        int words = 0;
        boolean within = false;
        for (int index = 0; index < lower.length(); ) {
            int point = lower.codePointAt(index);
            int next = index + Character.charCount(point);
            boolean letter = isLetterOrNumber(point);
            if (letter && !within && words++ > 0) {
                plain[length++] = ' ';
            }
            if (letter) {
                lower.getChars(index, next, plain, length);
                length += next - index;
            }
            within = letter;
            index = next;
        }
        return words < FEWEST_WORDS ? ofCharacters(plain, length) : ofWords(plain, length, words);
    }

    private static boolean isLetterOrNumber(int point) {
        if (point < 128) {
            return point >= 'a' && point <= 'z' || point >= '0' && point <= '9';
        }
        int type = Character.getType(point);
        return Character.isLetter(point)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** @param plain words with one blank between them */
    private static long[] ofWords(char[] plain, int length, int words) {
        long[] each = new long[words];
        int start = 0;
        for (int word = 0; word < words; word++) {
            int end = start;
            while (end < length && plain[end] != ' ') {
                end++;
            }
            each[word] = hash(plain, start, end);
            start = end + 1;
        }
        long[] hashes = new long[words - WORDS + 1];
        for (int first = 0; first < hashes.length; first++) {
            long hash = 0;
            for (int word = first; word < first + WORDS; word++) {
                hash = mixed(hash ^ each[word]);
            }
            hashes[first] = hash;
        }
        return hashes;
    }

    private static long[] ofCharacters(char[] plain, int length) {
        int run = Math.min(CHARACTERS, length);
        long[] hashes = new long[length == 0 ? 0 : length - run + 1];
        for (int start = 0; start < hashes.length; start++) {
            hashes[start] = hash(plain, start, start + run);
        }
        return hashes;
    }

    private static long hash(char[] plain, int start, int end) {
        long hash = (long) end - start;
        for (int index = start; index < end; index++) {
            hash = hash * 0x100000001B3L ^ plain[index];
        }
        return mixed(hash);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long first = value + 0x9E3779B97F4A7C15L;
        first = (first ^ (first >>> 30)) * 0xBF58476D1CE4E5B9L;
        first = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return first ^ (first >>> 31);
    }
}
