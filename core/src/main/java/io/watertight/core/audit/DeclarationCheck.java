package io.watertight.core.audit;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnPattern;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.PredictionPoint;
import java.util.List;
import java.util.stream.Stream;

/** Refuses a declaration that names columns which are not there: a typo must never silently weaken an audit. */
final class DeclarationCheck {

    private DeclarationCheck() {}

    static void against(Declaration declaration, List<TableColumn> columns) {
        List<String> names = columns.stream().map(TableColumn::name).toList();
        declaration.target().ifPresent(name -> require(name, "--target", names));
        declaration.split().ifPresent(name -> require(name, "--split", names));
        declaration.weight().ifPresent(name -> require(name, "--weight", names));
        declaration.predictAt().map(PredictionPoint::column).ifPresent(name -> require(name, "--predict-at", names));
        keys(declaration.ids()).forEach(name -> require(name, "--id", names));
        keys(declaration.groups()).forEach(name -> require(name, "--group", names));
        keys(declaration.times()).forEach(name -> require(name, "--time", names));
        declaration.features().forEach(name -> require(name, "--features", names));
        declaration.types().keySet().forEach(name -> require(name, "--type", names));
        declaration.ignored().forEach(pattern -> requirePattern(pattern, "--ignore", names));
        declaration.knownAt().forEach((pattern, known) -> {
            requirePattern(pattern, "--known-at", names);
            known.column().ifPresent(name -> require(name, "--known-at " + pattern + "=", names));
        });
        if (declaration.target().isPresent()
                && declaration.features().contains(declaration.target().get())) {
            throw new WatertightException(
                    "Column '" + declaration.target().get() + "' is the target and among --features.",
                    "take it out of the list of features");
        }
    }

    private static Stream<String> keys(List<Key> keys) {
        return keys.stream().flatMap(key -> key.columns().stream());
    }

    private static void requirePattern(String pattern, String flag, List<String> names) {
        if (names.stream().noneMatch(name -> ColumnPattern.matches(pattern, name))) {
            require(pattern, flag, names);
        }
    }

    private static void require(String name, String flag, List<String> names) {
        if (!names.contains(name)) {
            String remedy = Spelling.nearest(name, names)
                    .map(near -> "you mean '" + near + "'")
                    .orElse("it is one of "
                            + String.join(", ", names.subList(0, Math.min(12, names.size())))
                            + (names.size() > 12 ? ", and " + (names.size() - 12) + " more" : ""));
            throw new WatertightException("There is no column '" + name + "' (" + flag + ").", remedy);
        }
    }
}
