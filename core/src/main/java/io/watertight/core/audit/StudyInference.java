package io.watertight.core.audit;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnPattern;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Guess;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Role;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Completes a declaration by guesses, each marked as one. */
final class StudyInference {

    private static final Set<String> ID_NAMES =
            Set.of("id", "uuid", "guid", "key", "index", "rowid", "row", "rownum", "rownumber", "rownames", "unnamed0");

    private final Declaration declaration;
    private final TableProfile profile;
    private final List<Guess> guesses = new ArrayList<>();

    private StudyInference(Declaration declaration, TableProfile profile) {
        this.declaration = declaration;
        this.profile = profile;
    }

    static Study infer(Declaration declaration, List<TableColumn> columns, TableProfile profile, ColumnBatch sample) {
        return new StudyInference(declaration, profile).infer(columns, sample);
    }

    private Study infer(List<TableColumn> tableColumns, ColumnBatch sample) {
        List<Column> columns = new ArrayList<>();
        for (TableColumn column : tableColumns) {
            columns.add(withRole(column));
        }
        Optional<Target> target =
                declaration.target().map(name -> TargetInference.infer(declaration, name, profile, sample, guesses));
        List<Key> ids = declaration.ids().isEmpty() ? guessed(columns, Role.ID) : declaration.ids();
        List<Key> times = declaration.times().isEmpty() ? guessTime(columns) : declaration.times();
        SplitSource split = !declaration.test().isEmpty()
                ? SplitSource.TEST_FILE
                : declaration.split().isPresent() ? SplitSource.COLUMN : SplitSource.NONE;
        return new Study(declaration, columns, target, split, ids, declaration.groups(), times, guesses);
    }

    private Column withRole(TableColumn column) {
        String name = column.name();
        KnownAt knownAt = declaration.knownAt(name);
        Role role = declaredRole(name);
        boolean guess = false;
        if (role == Role.FEATURE && declaration.ids().isEmpty() && looksLikeId(column)) {
            role = Role.ID;
            guess = true;
            guesses.add(new Guess("id", name, "its name says so and no value repeats"));
        }
        if (column.type() == ColumnType.OTHER && role == Role.FEATURE) {
            role = Role.IGNORED;
        }
        return new Column(name, column.type(), column.integral(), role, guess, knownAt);
    }

    private Role declaredRole(String name) {
        if (declaration.target().filter(name::equals).isPresent()) {
            return Role.TARGET;
        }
        if (declaration.split().filter(name::equals).isPresent()) {
            return Role.SPLIT;
        }
        if (declaration.weight().filter(name::equals).isPresent()) {
            return Role.WEIGHT;
        }
        if (declaration.ignored().stream().anyMatch(pattern -> ColumnPattern.matches(pattern, name))) {
            return Role.IGNORED;
        }
        if (contains(declaration.ids(), name)) {
            return Role.ID;
        }
        if (contains(declaration.groups(), name)) {
            return Role.GROUP;
        }
        if (contains(declaration.times(), name)) {
            return Role.TIME;
        }
        return declaration.features().isEmpty() || declaration.features().contains(name) ? Role.FEATURE : Role.IGNORED;
    }

    private static boolean contains(List<Key> keys, String name) {
        return keys.stream().anyMatch(key -> key.columns().contains(name));
    }

    private boolean looksLikeId(TableColumn column) {
        ColumnProfile known = profile.column(column.name());
        boolean wholeOrWord = column.integral() || column.type() == ColumnType.TEXT;
        return wholeOrWord
                && known.all().missing() == 0
                && known.looksUnique()
                && profile.rows() >= 20
                && namedLikeId(column.name());
    }

    /** Whether a name is, begins or ends with a word for an identifier. */
    static boolean namedLikeId(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean ends = name.matches(".*([_ .-][iI][dD]|[a-z0-9]I[dD]|[_ .-](?i:uuid|guid|key|number|num|no))")
                || name.matches("(?i)id[_ .-].*");
        return ID_NAMES.contains(plain) || ends;
    }

    private static List<Key> guessed(List<Column> columns, Role role) {
        return columns.stream()
                .filter(column -> column.role() == role && column.roleGuessed())
                .map(column -> Key.of(column.name()))
                .toList();
    }

    /** The only time column that is (nearly) always filled in orders the rows; with several, nobody can tell which. */
    private List<Key> guessTime(List<Column> columns) {
        List<Column> candidates = columns.stream()
                .filter(column -> column.isTime() && column.role() == Role.FEATURE)
                .filter(column -> profile.column(column.name()).all().missingShare() < 0.05)
                .toList();
        if (candidates.size() != 1) {
            return List.of();
        }
        Column only = candidates.get(0);
        columns.replaceAll(column -> column.equals(only) ? column.withRole(Role.TIME, true) : column);
        guesses.add(new Guess("time", only.name(), "it is the only column of dates without gaps"));
        return List.of(Key.of(only.name()));
    }
}
