package io.watertight.checks.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a column name. */
public final class Words {

    private Words() {}

    /** Lower-case words: parts between blanks, punctuation, digits and changes of case ({@code lastPymntAmnt} is three). */
    public static List<String> of(String name) {
        String spaced = name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1 $2")
                .replaceAll("[^\\p{L}]+", " ");
        List<String> words = new ArrayList<>();
        for (String word : spaced.strip().split("\\s+", 0)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
