package io.watertight.app.report;

import io.watertight.core.report.Json;
import io.watertight.core.report.Numbers;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.price.SplitComparison;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One learner and the baselines under several splits.
 *
 * @param data the data's name
 * @param target the column predicted
 * @param rows rows that were split
 * @param comparison what came of each split
 * @param version of the program
 */
public record ComparisonSheet(String data, String target, int rows, SplitComparison comparison, String version) {

    public Sheet sheet() {
        SplitComparison.Row first = comparison.rows().get(0);
        List<SheetSection.Table> tables = new ArrayList<>();
        comparison.rows().forEach(row -> tables.add(table(row)));
        return new Sheet(
                data,
                "Splits compared: " + target,
                first.evaluation().primary().name() + " under "
                        + comparison.rows().size() + " splits",
                "'" + target + "' on " + Numbers.of(rows, "row") + " by " + comparison.learner()
                        + "; 95 % intervals. Scores of two splits are of different rows, so they are not paired.",
                List.of(new FindingCard.Fact("rows", Numbers.count(rows))),
                List.of(
                        new SheetSection("changes", "What changed", comparison.sentences(), List.of()),
                        new SheetSection("scores", "Scores", List.of(), tables)),
                List.of(),
                false,
                version);
    }

    private static SheetSection.Table table(SplitComparison.Row row) {
        Evaluation evaluation = row.evaluation();
        List<String> head = new ArrayList<>(List.of("learner"));
        evaluation.measures().forEach(measure -> head.add(measure.name()));
        List<List<String>> lines = new ArrayList<>();
        for (LearnerResult learner : evaluation.learners()) {
            List<String> line = new ArrayList<>(List.of(learner.name()));
            evaluation
                    .measures()
                    .forEach(measure ->
                            line.add(evaluation.interval(learner, measure).text()));
            lines.add(line);
        }
        return new SheetSection.Table(row.design().name() + ": " + evaluation.split(), head, lines, 0);
    }

    public String json() {
        ObjectNode root = Json.object();
        root.put("version", 1);
        root.put("data", data);
        root.put("target", target);
        root.put("learner", comparison.learner());
        ArrayNode splits = root.putArray("splits");
        for (SplitComparison.Row row : comparison.rows()) {
            ObjectNode split = splits.addObject();
            split.put("name", row.design().name());
            split.put("plan", row.evaluation().split());
            ArrayNode learners = split.putArray("learners");
            for (LearnerResult learner : row.evaluation().learners()) {
                Interval interval = row.evaluation().interval(learner);
                ObjectNode node = learners.addObject();
                node.put("name", learner.name());
                node.put("measure", row.evaluation().primary().name());
                Json.put(node, "value", interval.value());
                Json.put(node, "low", interval.low());
                Json.put(node, "high", interval.high());
            }
        }
        root.set("statements", Json.strings(comparison.sentences()));
        root.putObject("provenance").put("watertight", version);
        return Json.write(root);
    }
}
