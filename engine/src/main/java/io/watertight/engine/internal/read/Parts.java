package io.watertight.engine.internal.read;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.study.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands the column that says which part of the split a row is in. */
final class Parts {

    private static final Map<String, Part> WORDS = words();
    private static final List<String> YES = List.of("true", "t", "yes", "y", "1");
    private static final List<String> NO = List.of("false", "f", "no", "n", "0");
    private static final Map<Pattern, Part> NAMES = names();

    /** Distinct values to look at: more are no parts in any case. */
    private static final int MOST_VALUES = 50;

    private static final int SHOWN_VALUES = 10;

    private Parts() {}

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

    /**
     * The expression of the ordinal of each row's part.
     *
     * @throws WatertightException if there is no such column, or its values are not understood
     */
    static String expression(Connection connection, TypedRows rows, String split) throws SQLException {
        int column = rows.names().indexOf(split);
        if (column < 0) {
            throw new WatertightException(
                    "there is no column '" + split + "' to take the split from",
                    Spelling.nearest(split, rows.names())
                            .map(nearest -> "you meant '" + nearest + "'")
                            .orElse("choose one of the table's columns"));
        }
        String value = "coalesce(lower(trim(CAST(" + rows.expressions().get(column) + " AS VARCHAR))), '')";
        List<String> values = Sql.rows(
                        connection,
                        "SELECT DISTINCT " + value + " AS value FROM " + rows.from() + " ORDER BY value LIMIT "
                                + MOST_VALUES)
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
        Map<String, Part> meaning = new LinkedHashMap<>();
        for (String word : values) {
            meaning.put(word, part(split, word, values).orElseThrow(() -> unknown(split, values)));
        }
        StringBuilder sql = new StringBuilder("CASE " + value);
        meaning.forEach((word, part) -> sql.append(" WHEN ")
                .append(Sql.literal(word))
                .append(" THEN ")
                .append(List.of(Part.values()).indexOf(part)));
        return sql.append(" END").toString();
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
