package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.data.PartProfile;
import io.watertight.core.study.Key;
import io.watertight.core.study.Part;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The study as the program understood it, in sentences; what nobody declared is marked as a guess. */
public final class ReadAs {

    private final AuditReport report;
    private final Study study;
    private final ReportOptions options;

    public ReadAs(AuditReport report, ReportOptions options) {
        this.report = report;
        this.study = report.study();
        this.options = options;
    }

    /** Target, columns and rows; then when, what for and on which split; then what reading met. */
    public List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(String.join(" ", target(), columns(), rows()));
        paragraphs.add(String.join(" ", predictionPoint(), purpose(), split()));
        report.view().notices().forEach(notice -> paragraphs.add(notice.message()));
        return paragraphs;
    }

    private String target() {
        if (study.target().isEmpty()) {
            return "No target given.";
        }
        Target target = study.target().get();
        String name = Wording.column(target.column());
        if (target.task() == Task.REGRESSION) {
            PartProfile all = report.view().profile().column(target.column()).all();
            return name + ": a number" + guess(target.taskGuessed()) + ", mean " + Numbers.measured(all.mean())
                    + ", standard deviation " + Numbers.measured(all.deviation()) + ".";
        }
        ClassNames names = new ClassNames(target, options.showValues());
        ClassCounts classes = ClassCounts.of(report, target);
        long total = classes.total();
        String which = classes.exact() ? " rows" : " sampled rows";
        if (target.task() == Task.BINARY) {
            long positive = classes.counts()[target.positive()];
            return name + ": " + names.name(target.positive()) + guess(isGuessed("positive")) + " in "
                    + Numbers.count(positive) + " of " + Numbers.count(total) + which + " ("
                    + Numbers.share((double) positive / Math.max(1, total)) + ").";
        }
        long largest = 0;
        for (long count : classes.counts()) {
            largest = Math.max(largest, count);
        }
        return name + ": " + classes.counts().length + " classes" + guess(target.taskGuessed()) + ", the largest "
                + Numbers.share((double) largest / Math.max(1, total)) + " of " + Numbers.count(total) + which + ".";
    }

    private String columns() {
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.of(study.features().size(), "candidate column"));
        describe("id", study.ids(), parts);
        describe("group", study.groups(), parts);
        describe("time", study.times(), parts);
        return String.join(", ", parts) + ".";
    }

    private void describe(String what, List<Key> keys, List<String> parts) {
        if (!keys.isEmpty()) {
            parts.add(what + " = "
                    + keys.stream()
                            .map(key -> Wording.column(key.toString()) + guess(study.guessed(key)))
                            .collect(Collectors.joining(", ")));
        }
    }

    private String rows() {
        String all = "All " + Numbers.of(report.view().profile().rows(), "row") + " read";
        return report.view().sample().isComplete()
                ? all + "."
                : all + "; what needs a matrix looks at a sample of "
                        + Numbers.count(report.view().sample().rows()) + ".";
    }

    private String predictionPoint() {
        return study.predictAt()
                .map(point ->
                        "Prediction made at " + Wording.column(point.toString()) + guess(isGuessed("predict-at")) + ".")
                .orElse("Prediction point unknown.");
    }

    private String purpose() {
        return study.purpose()
                .map(purpose -> switch (purpose) {
                    case ROWS -> "For more rows like these.";
                    case GROUPS -> "For groups never seen in training.";
                    case FUTURE -> "For later rows.";
                })
                .orElse("Purpose unknown.");
    }

    private String split() {
        if (study.split() == SplitSource.NONE) {
            return "No split given.";
        }
        String test = Numbers.of(report.view().profile().rows(Part.TEST), "row");
        long validation = report.view().profile().rows(Part.VALIDATION);
        String rows = test + " to test" + (validation > 0 ? ", " + Numbers.count(validation) + " to validate" : "")
                + ", " + Numbers.count(report.view().profile().rows(Part.TRAIN)) + " to train.";
        return study.split() == SplitSource.TEST_FILE
                ? "Test set in a file of its own: " + rows
                : "Split by " + Wording.column(study.declaration().split().orElse("a column")) + ": " + rows;
    }

    private boolean isGuessed(String about) {
        return study.guesses().stream().anyMatch(guess -> guess.about().equals(about));
    }

    private static String guess(boolean guessed) {
        return guessed ? " (guess)" : "";
    }
}
