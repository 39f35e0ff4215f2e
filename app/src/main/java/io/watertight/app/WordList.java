package io.watertight.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What an option says that takes several words: comma-separated, repeated, or both. Blanks about a word are not part of it. */
final class WordList {

    private WordList() {}

    /** The words in the order given, each once; none is empty. */
    static List<String> of(List<String> texts) {
        return texts.stream().flatMap(WordList::words).distinct().toList();
    }

    /** The same for names, where a known one may hold commas and blanks of its own. */
    static List<String> ofNames(List<String> texts, Collection<String> known) {
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            if (known.contains(text)) {
                names.add(text);
            } else {
                words(text).forEach(names::add);
            }
        }
        return names.stream().distinct().toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
    }
}
