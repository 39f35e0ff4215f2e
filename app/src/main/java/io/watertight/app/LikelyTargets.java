package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks for the target, and says what it might be. */
final class LikelyTargets {

    /** What people call the column to predict, in any table. */
    private static final Set<String> NAMES = Set.of(
            "target",
            "label",
            "labels",
            "y",
            "class",
            "outcome",
            "response",
            "diagnosis",
            "default",
            "churn",
            "result");

    private static final int MOST = 3;

    private LikelyTargets() {}

    /** The complaint that no target is named. */
    static WatertightException ask(String data, List<TableColumn> columns) {
        List<String> likely = new ArrayList<>(columns.stream()
                .map(TableColumn::name)
                .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .limit(MOST)
                .toList());
        if (!columns.isEmpty()) {
            TableColumn last = columns.get(columns.size() - 1);
            TableColumn first = columns.get(0);
            List.of(last, first).stream() // where people put it; words are likelier than numbers
                    .sorted(Comparator.comparing(
                            column -> column.type() == ColumnType.NUMBER || column.type() == ColumnType.TIME))
                    .map(TableColumn::name)
                    .filter(name -> likely.size() < MOST && !likely.contains(name))
                    .forEach(likely::add);
        }
        return new WatertightException(
                "Which of the " + columns.size() + " columns of " + data + " is to be predicted? No target is named.",
                String.join(
                        ", or ",
                        likely.stream().map(name -> "--target " + quoted(name)).toList()));
    }

    /** As a person must type it. */
    static String quoted(String name) {
        return name.matches("[\\w.+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
