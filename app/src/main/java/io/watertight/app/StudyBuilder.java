package io.watertight.app;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The declarations people make most often, one word each; {@link Declaration} has them all. Immutable: each word gives a new
 * builder, so that a common beginning can be shared.
 */
public final class StudyBuilder {

    private final Declaration declaration;

    StudyBuilder(Declaration declaration) {
        this.declaration = declaration;
    }

    /** The column to predict. */
    public StudyBuilder target(String column) {
        return new StudyBuilder(declaration.toBuilder().target(column).build());
    }

    /** The test set, if it is a file of its own. */
    public StudyBuilder test(String... files) {
        return new StudyBuilder(declaration.toBuilder().test(List.of(files)).build());
    }

    /** The column that says which part a row is in. */
    public StudyBuilder split(String column) {
        return new StudyBuilder(declaration.toBuilder().split(column).build());
    }

    /** The entity that a row belongs to; several columns act together. */
    public StudyBuilder group(String... columns) {
        List<Key> keys = new ArrayList<>(declaration.groups());
        keys.add(Key.of(columns));
        return new StudyBuilder(declaration.toBuilder().groups(keys).build());
    }

    /** The column that orders the rows. */
    public StudyBuilder time(String column) {
        return new StudyBuilder(
                declaration.toBuilder().times(List.of(Key.of(column))).build());
    }

    /** When the prediction is made: {@code admitted} or {@code admitted+24h}. */
    public StudyBuilder predictAt(String point) {
        return new StudyBuilder(
                declaration.toBuilder().predictAt(PredictionPoint.parse(point)).build());
    }

    /** When columns are known: {@code always}, {@code event+30d}, a time column, {@code after-outcome}. */
    public StudyBuilder knownAt(String columnOrPattern, String when) {
        Map<String, KnownAt> known = new LinkedHashMap<>(declaration.knownAt());
        known.remove(columnOrPattern); // later entries win
        known.put(columnOrPattern, KnownAt.parse(when));
        return new StudyBuilder(declaration.toBuilder().knownAt(known).build());
    }

    /** Leaves columns out. */
    public StudyBuilder ignore(String... columnsOrPatterns) {
        List<String> ignored = new ArrayList<>(declaration.ignored());
        ignored.addAll(List.of(columnsOrPatterns));
        return new StudyBuilder(declaration.toBuilder().ignored(ignored).build());
    }

    /** What the model will be used on. */
    public StudyBuilder purpose(Purpose purpose) {
        return new StudyBuilder(declaration.toBuilder().purpose(purpose).build());
    }

    /** All that has been declared. */
    public Declaration declaration() {
        return declaration;
    }

    /** Runs every check. */
    public AuditReport audit() {
        return Watertight.audit(declaration);
    }
}
