package io.watertight.ml.transform;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Cuts a text into words: runs of at least two Unicode letters, digits or marks, in lower case. An ideograph is a word of its own, since
 * the languages that use them write no spaces. Stateless; thread-safe.
 */
final class Tokens {

    private Tokens() {}

    static void each(String text, Consumer<String> word) {
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        int position = 0;
        while (position < lower.length()) {
            int point = lower.codePointAt(position);
            int next = position + Character.charCount(point);
            boolean ideograph = Character.isIdeographic(point);
            boolean inside = !ideograph && isPartOfWord(point);
            if (inside && start < 0) {
                start = position;
            } else if (!inside && start >= 0) {
                emit(lower, start, position, word);
                start = -1;
            }
            if (ideograph) {
                word.accept(lower.substring(position, next));
            }
            position = next;
        }
        if (start >= 0) {
            emit(lower, start, lower.length(), word);
        }
    }

    /** Of each word in the text, its index among those known; others are left out. */
    static int[] indices(String text, Levels known) {
        IntStream.Builder indices = IntStream.builder();
        each(text, word -> {
            int index = known.indexOf(word);
            if (index >= 0) {
                indices.add(index);
            }
        });
        return indices.build().toArray();
    }

    static int count(String text) {
        int[] count = new int[1];
        each(text, word -> count[0]++);
        return count[0];
    }

    private static boolean isPartOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK
                || point == '_';
    }

    private static void emit(String text, int start, int end, Consumer<String> word) {
        if (text.codePointCount(start, end) >= 2) {
            word.accept(text.substring(start, end));
        }
    }
}
