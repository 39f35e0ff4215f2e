package io.watertight.core.audit;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnPattern;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.PredictionPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        declaration.target().ifPresent(target -> requireOneRole(declaration, target));
        if (declaration.target().isPresent()
                && declaration.features().contains(declaration.target().get())) {
            throw new WatertightException(
                    "Column '" + declaration.target().get() + "' is the target and among --features.",
                    "take it out of the list of features");
        }
    }

    /** A target that names or orders rows too would be judged as what it is to predict, and left out as what it is not. */
    private static void requireOneRole(Declaration declaration, String target) {
        Map<String, Stream<String>> roles = new LinkedHashMap<>();
        roles.put("--id", keys(declaration.ids()));
        roles.put("--group", keys(declaration.groups()));
        roles.put("--time", keys(declaration.times()));
        roles.put("--split", declaration.split().stream());
        roles.put("--weight", declaration.weight().stream());
        roles.forEach((flag, names) -> {
            if (names.anyMatch(target::equals)) {
                throw new WatertightException(
                        "Column '" + target + "' is given as --target and as " + flag + ".",
                        "name another column with " + flag + ", or leave " + flag + " out");
            }
        });
    }

    /**
     * Refuses a time of words: they would be taken in the order of the alphabet. Words with figures, such as 2024Q1 or 2024W05, are left
     * to who declares them.
     */
    static void requireOrder(Declaration declaration, ColumnBatch sample) {
        for (Key key : declaration.times()) {
            String name = key.columns().get(0);
            if (key.columns().size() > 1 || !sample.has(name) || !(sample.column(name) instanceof CodeVector words)) {
                continue;
            }
            long figures = words.dictionary().stream()
                    .filter(word -> word.chars().anyMatch(Character::isDigit))
                    .count();
            if (!words.dictionary().isEmpty()
                    && 2 * figures < words.dictionary().size()) {
                throw new WatertightException(
                        "Column '" + name + "' (--time) holds words such as '"
                                + words.dictionary().get(0) + "', which do not order rows in time.",
                        "name a column of dates or numbers");
            }
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
