package io.watertight.app.report;

import io.watertight.core.report.Json;
import io.watertight.ml.evaluate.Comparison;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.FoldResult;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.measure.Measure;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation as JSON, numbers with all their digits. What is not defined is null. Nothing is removed once released. */
final class EvaluationJson {

    private EvaluationJson() {}

    static String write(EvaluationReport report) {
        Evaluation evaluation = report.evaluation();
        ObjectNode root = Json.object();
        root.put("version", 1);
        root.put("data", report.data());
        root.put("target", report.view().study().target().orElseThrow().column());
        ObjectNode rows = root.putObject("rows");
        rows.put("table", report.tableRows());
        rows.put("evaluated", report.rows());
        rows.put("locked", report.locked());
        rows.put("withoutTarget", report.withoutTarget());
        root.set("tooLate", Json.strings(report.tooLate()));
        ObjectNode hidden = root.putObject("notYetKnown");
        report.notYetKnown().forEach(hidden::put);
        ObjectNode split = root.putObject("split");
        split.put("plan", report.split().plan().describe());
        split.put("reason", report.split().reason());
        root.set(
                "measures",
                Json.strings(evaluation.measures().stream().map(Measure::name).toList()));
        ArrayNode learners = root.putArray("learners");
        evaluation.learners().forEach(learner -> learners.add(learner(evaluation, learner)));
        ArrayNode comparisons = root.putArray("comparisons");
        evaluation.comparisons().forEach(comparison -> comparisons.add(comparison(comparison)));
        root.set("further", Json.strings(report.further()));
        ObjectNode provenance = root.putObject("provenance");
        provenance.put("watertight", report.version());
        provenance.put("seed", evaluation.seed());
        return Json.write(root);
    }

    private static ObjectNode learner(Evaluation evaluation, LearnerResult learner) {
        ObjectNode node = Json.object();
        node.put("name", learner.name());
        node.put("standing", learner.standing().name().toLowerCase(Locale.ROOT));
        ObjectNode scores = node.putObject("scores");
        for (int index = 0; index < evaluation.measures().size(); index++) {
            Measure measure = evaluation.measures().get(index);
            ObjectNode score = interval(evaluation.interval(learner, measure));
            Json.put(score, "training", learner.trainingScore(index));
            scores.set(measure.name(), score);
        }
        Json.put(node, "parameters", learner.parameters());
        Json.put(node, "seconds", learner.seconds());
        Json.put(node, "bestInner", learner.innerBest());
        ArrayNode folds = node.putArray("folds");
        for (FoldResult fold : learner.folds()) {
            ObjectNode entry = folds.addObject();
            if (fold instanceof FoldResult.Scored scored) {
                for (int index = 0; index < evaluation.measures().size(); index++) {
                    Json.put(entry, evaluation.measures().get(index).name(), scored.scores()[index]);
                }
                scored.search().ifPresent(search -> entry.put("chosen", search.chosen()));
            } else if (fold instanceof FoldResult.Failed failed) {
                entry.put("failed", failed.reason());
            }
        }
        return node;
    }

    private static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = interval(comparison.gain());
        node.put("learner", comparison.learner());
        node.put("than", comparison.than());
        node.put("measure", comparison.measure().name());
        node.put("result", comparison.result().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Json.put(node, "p", comparison.pValue());
        return node;
    }

    private static ObjectNode interval(Interval interval) {
        ObjectNode node = Json.object();
        Json.put(node, "value", interval.value());
        Json.put(node, "low", interval.low());
        Json.put(node, "high", interval.high());
        node.put("method", interval.method());
        return node;
    }
}
