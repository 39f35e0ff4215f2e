package io.watertight.app.report;

import io.watertight.core.report.Json;
import io.watertight.core.report.Numbers;
import io.watertight.core.study.Words;
import io.watertight.ml.ledger.Optimism;
import io.watertight.ml.workflow.VaultAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/**
 * One look at a test set, with the history that a reader needs to believe it.
 *
 * @param data the data's name
 * @param target the column predicted
 * @param result what may be told
 * @param version of the program
 */
public record AssessmentSheet(String data, String target, VaultAssessment.Result result, String version) {

    public Sheet sheet() {
        return new Sheet(
                data,
                "Assessment: " + target,
                result.measure().name() + " "
                        + result.interval().map(interval -> interval.text()).orElse(Numbers.measured(result.told())),
                "'" + target + "' on " + Numbers.of(result.testRows(), "test row") + ", by " + result.subject() + ".",
                List.of(
                        new FindingCard.Fact("test rows", Numbers.count(result.testRows())),
                        new FindingCard.Fact("looks", Numbers.count(optimism().looks()))),
                List.of(
                        new SheetSection("look", "This look", look(), List.of()),
                        new SheetSection("history", "This test set", history(), List.of())),
                List.of(),
                false,
                version);
    }

    private Optimism optimism() {
        return result.history().optimism(result.measure().name());
    }

    private List<String> look() {
        List<String> lines = new ArrayList<>();
        result.interval()
                .ifPresentOrElse(
                        interval -> lines.add("95 % interval: " + interval.method() + "."),
                        () -> lines.add(
                                "The answer came through Thresholdout: it is the training score where that is near, and"
                                        + " the test score with noise where it is not."));
        result.trainingScore().ifPresent(training -> {
            lines.add("On the training rows: " + Numbers.measured(training) + ".");
            if (result.interval()
                    .filter(interval -> interval.isKnown()
                            && result.measure()
                                            .gain(
                                                    result.measure().largerIsBetter()
                                                            ? interval.low()
                                                            : interval.high(),
                                                    training)
                                    > 0)
                    .isPresent()) {
                lines.add(
                        "The test score is clearly better than the training score: this is not normal. Maybe the test set"
                                + " differs in kind, or its rows are among the training rows.");
            }
        });
        return lines;
    }

    private List<String> history() {
        List<String> lines = new ArrayList<>();
        lines.add(result.history().text());
        OptionalDouble bound = optimism().bound();
        if (optimism().choices() > 1 && bound.isPresent()) {
            lines.add("Whoever reports the best of these looks reports up to " + Numbers.measured(bound.getAsDouble())
                    + " too much.");
        }
        return lines;
    }

    public String json() {
        ObjectNode root = Json.object();
        root.put("version", 1);
        root.put("data", data);
        root.put("target", target);
        root.put("subject", result.subject());
        root.put("measure", result.measure().name());
        Json.put(root, "told", result.told());
        result.interval().ifPresent(interval -> {
            Json.put(root, "low", interval.low());
            Json.put(root, "high", interval.high());
            root.put("method", interval.method());
        });
        Json.put(root, "training", result.trainingScore().orElse(Double.NaN));
        root.put("testRows", result.testRows());
        ObjectNode history = root.putObject("history");
        history.put("set", result.history().identity().digest());
        history.put("status", Words.of(result.history().status()));
        history.put("looks", optimism().looks());
        history.put("choices", optimism().choices());
        Json.put(history, "optimism", optimism().bound().orElse(Double.NaN));
        ObjectNode provenance = root.putObject("provenance");
        provenance.put("watertight", version);
        return Json.write(root);
    }
}
