package io.watertight.app.report;

import io.watertight.core.report.Json;
import io.watertight.core.report.Numbers;
import io.watertight.ml.evaluate.Comparison;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.price.ColumnsTable;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Doubtful columns on and off.
 *
 * @param data the data's name
 * @param target the column predicted
 * @param learner what was fitted
 * @param split in words
 * @param doubtful the columns switched
 * @param table what came of it
 * @param version of the program
 */
public record ColumnsSheet(
        String data,
        String target,
        String learner,
        String split,
        List<String> doubtful,
        ColumnsTable table,
        String version) {

    public Sheet sheet() {
        String measure = table.evaluation().primary().name();
        List<List<String>> rows = new ArrayList<>();
        for (ColumnsTable.Arm arm : table.arms()) {
            rows.add(List.of(
                    arm.name(),
                    arm.score().text(),
                    arm.off().size() == doubtful.size()
                            ? ""
                            : arm.overNone().gain().text(),
                    arm.off().isEmpty() ? "" : arm.belowAll().gain().text()));
        }
        List<List<String>> baselines = new ArrayList<>();
        for (LearnerResult result : table.evaluation().learners()) {
            if (result.standing().isBaseline()) {
                baselines.add(List.of(
                        result.name(), table.evaluation().interval(result).text()));
            }
        }
        return new Sheet(
                data,
                "Columns on and off: " + target,
                table.sentence().replaceAll("\\.$", ""), // a colon follows
                "'" + target + "' by " + learner + ", split " + split
                        + "; the same rows and folds for all, 95 % intervals.",
                List.of(new FindingCard.Fact("columns", Numbers.count(doubtful.size()))),
                List.of(
                        new SheetSection(
                                "columns",
                                "Columns",
                                List.of(),
                                List.of(new SheetSection.Table(
                                        measure + ", and how much better than without any, or worse than with all",
                                        List.of("columns", measure, "over none", "below all"),
                                        rows,
                                        0))),
                        new SheetSection(
                                "baselines",
                                "Baselines",
                                List.of(),
                                List.of(new SheetSection.Table(
                                        "with all columns", List.of("learner", measure), baselines, 0)))),
                List.of(),
                false,
                version);
    }

    public String json() {
        ObjectNode root = Json.object();
        root.put("version", 1);
        root.put("data", data);
        root.put("target", target);
        root.put("learner", learner);
        root.put("split", split);
        root.put("measure", table.evaluation().primary().name());
        root.set("columns", Json.strings(doubtful));
        ArrayNode arms = root.putArray("arms");
        for (ColumnsTable.Arm arm : table.arms()) {
            ObjectNode node = arms.addObject();
            node.put("name", arm.name());
            node.set("off", Json.strings(arm.off()));
            Json.put(node, "value", arm.score().value());
            Json.put(node, "low", arm.score().low());
            Json.put(node, "high", arm.score().high());
            node.set("overNone", gain(arm.overNone()));
            node.set("belowAll", gain(arm.belowAll()));
        }
        root.putObject("provenance").put("watertight", version);
        return Json.write(root);
    }

    private static ObjectNode gain(Comparison comparison) {
        ObjectNode node = Json.object();
        Json.put(node, "value", comparison.gain().value());
        Json.put(node, "low", comparison.gain().low());
        Json.put(node, "high", comparison.gain().high());
        Json.put(node, "p", comparison.pValue());
        return node;
    }
}
