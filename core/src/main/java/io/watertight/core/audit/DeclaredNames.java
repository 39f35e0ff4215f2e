package io.watertight.core.audit;

import io.watertight.core.study.ColumnPattern;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.PredictionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settles what a written name means once the columns are known: a plus sign or a comma may join names or belong to one. A column
 * that is called exactly so always comes first.
 */
final class DeclaredNames {

    private final Set<String> columns;

    private DeclaredNames(Set<String> columns) {
        this.columns = columns;
    }

    static Declaration settle(Declaration declaration, List<String> columns) {
        DeclaredNames names = new DeclaredNames(Set.copyOf(columns));
        return names.settlePoint(declaration).toBuilder()
                .ids(declaration.ids().stream().map(names::key).toList())
                .groups(declaration.groups().stream().map(names::key).toList())
                .times(declaration.times().stream().map(names::key).toList())
                .ignored(declaration.ignored().stream()
                        .flatMap(pattern -> names.patterns(pattern).stream())
                        .toList())
                .build();
    }

    /** A column may be called {@code dose+2d}. */
    private Declaration settlePoint(Declaration declaration) {
        Optional<PredictionPoint> whole = declaration
                .predictAt()
                .filter(point -> point.lag().isPresent() && columns.contains(point.toString()))
                .map(point -> new PredictionPoint(point.toString(), Optional.empty()));
        return whole.map(point -> declaration.toBuilder().predictAt(point).build())
                .orElse(declaration);
    }

    private Key key(Key written) {
        String whole = written.toString();
        if (columns.contains(whole)) {
            return Key.of(whole);
        }
        if (columns.containsAll(written.columns())) {
            return written;
        }
        String[] pieces = whole.split("\\+", -1);
        return new Key(joined(pieces, 0).orElseGet(() -> stripped(pieces)));
    }

    /** Blanks about a plus sign are part of no name, unless a column is called so. */
    private List<String> stripped(String[] pieces) {
        String[] plain = Stream.of(pieces).map(String::strip).toArray(String[]::new);
        return joined(plain, 0).orElse(List.of(pieces));
    }

    /** The names that the pieces from one on make up, taking as many pieces for the first name as can be; empty if they do not. */
    private Optional<List<String>> joined(String[] pieces, int from) {
        if (from == pieces.length) {
            return Optional.of(List.of());
        }
        for (int to = pieces.length; to > from; to--) {
            String name = String.join("+", List.of(pieces).subList(from, to));
            Optional<List<String>> rest = columns.contains(name) ? joined(pieces, to) : Optional.empty();
            if (rest.isPresent()) {
                List<String> all = new ArrayList<>(List.of(name));
                all.addAll(rest.get());
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    private List<String> patterns(String written) {
        if (fits(written) || !written.contains(",")) {
            return List.of(written);
        }
        List<String> pieces = Stream.of(written.split(",")).map(String::strip).toList();
        return pieces.stream().allMatch(this::fits) ? pieces : List.of(written);
    }

    private boolean fits(String pattern) {
        return columns.stream().anyMatch(column -> ColumnPattern.matches(pattern, column));
    }
}
