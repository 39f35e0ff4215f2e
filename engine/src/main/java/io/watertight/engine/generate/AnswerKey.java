package io.watertight.engine.generate;

import java.util.List;
import java.util.Map;

/**
 * What is known of a generated table.
 *
 * @param recipe how it was made
 * @param target the column to predict
 * @param declarations options of an audit that a person who knows the data would give, by name without hyphens: {@code group}, {@code time}
 * @param leaks what was planted
 * @param honest columns that are no leaks, by name: their weight in the logistic ground truth, 0 for noise
 */
public record AnswerKey(
        TableRecipe recipe,
        String target,
        Map<String, String> declarations,
        List<Planted> leaks,
        Map<String, Double> honest) {

    public AnswerKey {
        declarations = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(declarations));
        leaks = List.copyOf(leaks);
        honest = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(honest));
    }

    /**
     * A planted leak.
     *
     * @param leak which
     * @param columns it shows in; empty for leaks of rows
     * @param rows affected rows of the table, 0 for leaks of columns
     * @param testRows affected rows of the test table
     * @param examples numbers of the first of these rows, from 0, counted on through the test table
     */
    public record Planted(Leak leak, List<String> columns, long rows, long testRows, List<Long> examples) {

        public Planted {
            columns = List.copyOf(columns);
            examples = List.copyOf(examples);
        }
    }
}
