package io.watertight.engine.sql;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Guarantees;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.Ignoring;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.split.SplitPlan.SpatialBlocks;
import io.watertight.core.study.Key;
import io.watertight.core.study.Study;
import io.watertight.engine.sql.SplitItems.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a plan needs to know of rows, and what it is called.
 *
 * @param select the query for the rows
 * @param labels of groups by name, and of cells and clusters by what {@link io.watertight.core.split.Guarantees} calls them
 * @param hasTime whether rows have a {@code t}
 * @param hasNumber whether the target is a number, {@code y}
 * @param classes of the target, 1 if it has none
 */
record SplitKeys(String select, Map<String, Labels> labels, boolean hasTime, boolean hasNumber, int classes) {

    static SplitKeys of(Queries queries, Source source, Study study, SplitPlan plan) {
        SplitItems items = new SplitItems(source);
        study.target().ifPresentOrElse(items::target, items::noTarget);
        Map<String, Labels> labels = new LinkedHashMap<>();
        boolean[] time = new boolean[1];
        collect(plan, study, items, labels, column -> {
            if (!time[0]) {
                items.time(column, queries);
                time[0] = true;
            }
        });
        boolean number =
                study.target().map(target -> !target.task().isClassification()).orElse(false);
        int classes = study.target()
                .map(target -> Math.max(1, target.classes().size()))
                .orElse(1);
        return new SplitKeys(items.select(), Map.copyOf(labels), time[0], number, number ? 1 : classes);
    }

    private static void collect(
            SplitPlan plan, Study study, SplitItems items, Map<String, Labels> labels, Consumer<String> time) {
        if (plan instanceof Nested nested) {
            collect(nested.outer(), study, items, labels, time);
            collect(nested.inner(), study, items, labels, time);
        } else if (plan instanceof Ignoring ignoring) {
            collect(ignoring.plan(), study, items, labels, time);
        } else if (plan instanceof SpatialBlocks blocks) {
            labels.computeIfAbsent(Guarantees.CELLS, name -> items.cells(blocks, "cell"));
        } else if (plan instanceof DuplicateClusters clusters) {
            labels.computeIfAbsent(Guarantees.CLUSTERS, name -> {
                items.equalRows(clusters);
                return new Labels(List.of("cluster"), "cluster");
            });
        } else {
            plan.guarantees()
                    .apart()
                    .forEach(name ->
                            labels.computeIfAbsent(name, key -> items.group(key(study, key), "g" + labels.size())));
            plan.guarantees().time().ifPresent(time);
        }
    }

    private static Key key(Study study, String name) {
        return study.groups().stream()
                .filter(key -> key.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "The split needs the group '" + name + "', which the study does not declare.",
                        "add --group " + name));
    }

    Labels labels(String name) {
        Labels found = labels.get(name);
        if (found == null) {
            throw new IllegalStateException("the rows have no labels of '" + name + "'");
        }
        return found;
    }
}
