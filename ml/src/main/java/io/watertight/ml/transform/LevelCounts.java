package io.watertight.ml.transform;

import io.watertight.ml.data.CategoryBlock;

/**
 * How often each code of a column occurs in some rows.
 *
 * @param counts by code; 0 for words of the dictionary that these rows do not have
 * @param missing rows without a value
 * @param levels different values
 */
record LevelCounts(int[] counts, int missing, int levels) {

    /** Fewer words than this are a name or a code. */
    private static final double WORDS_OF_A_SENTENCE = 3.5;

    /** Names of places may have several words, but rows share them. */
    private static final double DIFFERENT = 0.3;

    /** Fewer different values are levels, whatever they look like. */
    private static final int TEXTS = 20;

    /** Enough words to know how long a text is. */
    private static final int LOOKED_AT = 1000;

    static LevelCounts of(CategoryBlock block) {
        int[] counts = new int[block.dictionary().size()];
        int missing = 0;
        int levels = 0;
        for (int code : block.codes()) {
            if (code < 0) {
                missing++;
            } else if (counts[code]++ == 0) {
                levels++;
            }
        }
        return new LevelCounts(counts, missing, levels);
    }

    int present(int rows) {
        return rows - missing;
    }

    boolean isFreeText(CategoryBlock block) {
        if (levels < TEXTS || levels < DIFFERENT * present(block.rows())) {
            return false;
        }
        long words = 0;
        int texts = 0;
        for (int code = 0; code < counts.length && texts < LOOKED_AT; code++) {
            if (counts[code] > 0) {
                words += Tokens.count(block.dictionary().get(code));
                texts++;
            }
        }
        return words >= WORDS_OF_A_SENTENCE * texts;
    }

    /** Whether values name rows: more different ones than half of the rows that have one. */
    boolean namesRows(int rows) {
        return levels >= TEXTS && levels > present(rows) / 2;
    }
}
