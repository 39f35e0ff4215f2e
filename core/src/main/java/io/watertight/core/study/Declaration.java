package io.watertight.core.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people declare about a study, from {@code study.yml}, the command line or the Java API. Immutable; {@link #builder()}
 * starts one.
 *
 * @param name shown in reports; by default the name of the data
 * @param data paths, globs or {@code -} for standard input
 * @param test the test set's paths, empty if it is not a file of its own
 * @param code scripts, notebooks and folders of them, by which the study is made; read by an audit if any are named
 * @param knowledge files that say what further libraries do, for reading that code
 * @param target the column to predict
 * @param positive the positive class of a binary target
 * @param task the kind of prediction, if declared
 * @param split the column that says which part a row is in
 * @param ids keys that identify an item
 * @param groups keys of entities
 * @param times keys that order the rows
 * @param weight the column of row weights
 * @param predictAt the prediction point
 * @param horizon how long after the prediction point the label is observed
 * @param purpose what the model will be used on
 * @param features audit only these, if not empty
 * @param ignored columns left out
 * @param knownAt known-at by column name or pattern ({@code lab_*}), later entries win
 * @param types declared types by column name
 * @param meanings what columns mean, from a data dictionary
 * @param acceptances findings somebody answers for
 * @param answers answers to questions by the question's fingerprint
 * @param signatures who gave these answers and when, by the same fingerprint, where that was written down
 */
public record Declaration(
        String name,
        List<String> data,
        List<String> test,
        List<String> code,
        List<String> knowledge,
        Optional<String> target,
        Optional<String> positive,
        Optional<Task> task,
        Optional<String> split,
        List<Key> ids,
        List<Key> groups,
        List<Key> times,
        Optional<String> weight,
        Optional<PredictionPoint> predictAt,
        Optional<Lag> horizon,
        Optional<Purpose> purpose,
        List<String> features,
        List<String> ignored,
        Map<String, KnownAt> knownAt,
        Map<String, ColumnType> types,
        Map<String, String> meanings,
        List<Acceptance> acceptances,
        Map<String, String> answers,
        Map<String, Signature> signatures) {

    public Declaration {
        data = List.copyOf(data);
        test = List.copyOf(test);
        code = List.copyOf(code);
        knowledge = List.copyOf(knowledge);
        ids = List.copyOf(ids);
        groups = List.copyOf(groups);
        times = List.copyOf(times);
        features = List.copyOf(features);
        ignored = List.copyOf(ignored);
        knownAt = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(knownAt));
        types = Map.copyOf(types);
        meanings = Map.copyOf(meanings);
        acceptances = List.copyOf(acceptances);
        answers = Map.copyOf(answers);
        signatures = Map.copyOf(signatures);
    }

    public static DeclarationBuilder builder() {
        return new DeclarationBuilder();
    }

    public DeclarationBuilder toBuilder() {
        return new DeclarationBuilder(this);
    }

    /** When a column is known, by the last name or pattern that fits it. */
    public KnownAt knownAt(String column) {
        KnownAt result = KnownAt.UNKNOWN;
        for (Map.Entry<String, KnownAt> entry : knownAt.entrySet()) {
            if (ColumnPattern.matches(entry.getKey(), column)) {
                result = entry.getValue();
            }
        }
        return result;
    }
}
