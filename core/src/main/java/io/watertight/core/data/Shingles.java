package io.watertight.core.data;

import java.util.Arrays;
import java.util.Locale;

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
        String[] words = words(text);
        if (words.length == 0) {
            return new long[0];
        }
        long[] hashes = words.length < FEWEST_WORDS ? ofCharacters(String.join(" ", words)) : ofWords(words);
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
        long[] shingles = of(text);
        if (shingles.length == 0) {
            return "";
        }
        StringBuilder bands = new StringBuilder(BANDS * 17);
        for (int band = 0; band < BANDS; band++) {
            long joined = band;
            for (int row = 0; row < ROWS; row++) {
                joined = mixed(joined ^ least(shingles, mixed(band * ROWS + row + 1L)));
            }
            bands.append(band == 0 ? "" : " ").append(Long.toHexString(joined));
        }
        return bands.toString();
    }

    private static long least(long[] shingles, long key) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, mixed(shingle ^ key));
        }
        return least;
    }

    private static String[] words(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? new String[0] : plain.split(" ");
    }

    private static long[] ofWords(String[] words) {
        long[] hashes = new long[words.length - WORDS + 1];
        for (int start = 0; start < hashes.length; start++) {
            long hash = 0;
            for (int word = start; word < start + WORDS; word++) {
                hash = mixed(hash ^ hash(words[word], 0, words[word].length()));
            }
            hashes[start] = hash;
        }
        return hashes;
    }

    private static long[] ofCharacters(String text) {
        int length = Math.min(CHARACTERS, text.length());
        long[] hashes = new long[text.length() - length + 1];
        for (int start = 0; start < hashes.length; start++) {
            hashes[start] = hash(text, start, start + length);
        }
        return hashes;
    }

    private static long hash(String text, int start, int end) {
        long hash = (long) end - start;
        for (int index = start; index < end; index++) {
            hash = hash * 0x100000001B3L ^ text.charAt(index);
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
