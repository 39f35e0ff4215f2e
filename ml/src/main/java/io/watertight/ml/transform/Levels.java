package io.watertight.ml.transform;

import io.watertight.ml.data.CategoryBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a column that occur in training rows, by word: rows that come later may have another dictionary. Immutable; thread-safe.
 */
final class Levels {

    /** The row has no value. */
    static final int MISSING = -1;

    /** The row has a value that no training row has. */
    static final int UNSEEN = -2;

    private final List<String> words;
    private final Map<String, Integer> indexOf;

    /** @param words different from one another, in the order of their indices */
    Levels(List<String> words) {
        this.words = List.copyOf(words);
        this.indexOf = new HashMap<>(words.size() * 2);
        for (int index = 0; index < words.size(); index++) {
            indexOf.put(words.get(index), index);
        }
    }

    /** All values of these rows, sorted by spelling. */
    static Levels sorted(CategoryBlock training, LevelCounts counts) {
        List<String> words = new ArrayList<>(counts.levels());
        for (int code = 0; code < counts.counts().length; code++) {
            if (counts.counts()[code] > 0) {
                words.add(training.dictionary().get(code));
            }
        }
        Collections.sort(words);
        return new Levels(words);
    }

    int size() {
        return words.size();
    }

    List<String> words() {
        return words;
    }

    /** The index of a word, or {@link #UNSEEN}. */
    int indexOf(String word) {
        return indexOf.getOrDefault(word, UNSEEN);
    }

    /** By code of the block's dictionary: the index of its level, or {@link #UNSEEN}. */
    int[] ofDictionary(CategoryBlock block) {
        List<String> dictionary = block.dictionary();
        int[] levels = new int[dictionary.size()];
        for (int code = 0; code < levels.length; code++) {
            levels[code] = indexOf.getOrDefault(dictionary.get(code), UNSEEN);
        }
        return levels;
    }

    /** By row: the index of its level, {@link #MISSING} or {@link #UNSEEN}. */
    int[] ofRows(CategoryBlock block) {
        int[] byCode = ofDictionary(block);
        int[] codes = block.codes();
        int[] levels = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            levels[row] = codes[row] < 0 ? MISSING : byCode[codes[row]];
        }
        return levels;
    }
}
