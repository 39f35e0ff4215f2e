package io.watertight.engine;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a column that says which part of the split a row is in mean. */
public final class PartWords {

    /** Distinct values to look at: more are no parts in any case. */
    public static final int MOST_VALUES = 50;

    private static final int SHOWN_VALUES = 10;

    private static final Map<String, Part> WORDS = words();
    private static final List<String> YES = List.of("true", "t", "yes", "y", "1");
    private static final List<String> NO = List.of("false", "f", "no", "n", "0");
    private static final Map<Pattern, Part> NAMES = names();

    private PartWords() {}

    /**
     * The part that each value stands for.
     *
     * @param split the name of the column
     * @param values distinct, without blanks around them, in lower case; a missing value is the empty text
     * @throws WatertightException if one is not understood
     */
    public static Map<String, Part> meaning(String split, List<String> values) {
        Map<String, Part> meaning = new LinkedHashMap<>();
        for (String word : values) {
            meaning.put(word, part(split, word, values).orElseThrow(() -> unknown(split, values)));
        }
        return meaning;
    }

    private static Map<String, Part> words() {
        Map<String, Part> words = new LinkedHashMap<>();
        List.of("train", "training", "learn", "learning", "fit").forEach(word -> words.put(word, Part.TRAIN));
        List.of("test", "testing", "holdout", "hold-out", "eval", "evaluation")
                .forEach(word -> words.put(word, Part.TEST));
        List.of("valid", "validation", "validate", "val", "dev").forEach(word -> words.put(word, Part.VALIDATION));
        return words;
    }

    private static Map<Pattern, Part> names() {
        Map<Pattern, Part> names = new LinkedHashMap<>();
        names.put(Pattern.compile("(^|.*[^a-z])(test|holdout|eval)(ing|uation)?([^a-z].*|$)"), Part.TEST);
        names.put(Pattern.compile("(^|.*[^a-z])(train|learn|fit)(ing)?([^a-z].*|$)"), Part.TRAIN);
        names.put(Pattern.compile("(^|.*[^a-z])(val|valid|validation|dev)([^a-z].*|$)"), Part.VALIDATION);
        return names;
    }

    private static Optional<Part> part(String column, String word, List<String> values) {
        if (WORDS.containsKey(word)) {
            return Optional.ofNullable(WORDS.get(word));
        }
        boolean yes = YES.contains(word);
        boolean twoValued = values.stream().allMatch(value -> YES.contains(value) || NO.contains(value));
        if (!twoValued) {
            return Optional.empty();
        }
        String name = separated(column);
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(name).matches())
                .findFirst()
                .map(entry -> yes ? entry.getValue() : entry.getValue() == Part.TRAIN ? Part.TEST : Part.TRAIN);
    }

    /** In lower case, with blanks between the words of isTest. */
    private static String separated(String column) {
        return column.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static WatertightException unknown(String split, List<String> values) {
        List<String> shown = values.stream()
                .limit(SHOWN_VALUES)
                .map(value -> value.isEmpty() ? "(missing)" : "'" + value + "'")
                .toList();
        String more = values.size() > SHOWN_VALUES ? ", ..." : "";
        return new WatertightException(
                "the values of the split column '" + split + "' are not all understood: " + String.join(", ", shown)
                        + more,
                "write train, test and validation, or true and false in a column whose name says test or train;"
                        + " numbers of folds are no split");
    }
}
