package io.watertight.app.report;

import io.watertight.core.report.Numbers;
import io.watertight.ml.evaluate.Comparison;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.evaluate.Standing;
import io.watertight.ml.evaluate.Statements;
import io.watertight.ml.measure.Measure;
import java.util.ArrayList;
import java.util.List;

/** An evaluation as a sheet: scores beside baselines, what may be said of them, and what they rest on. */
public final class EvaluationSheet {

    private final EvaluationReport report;
    private final Evaluation evaluation;

    public EvaluationSheet(EvaluationReport report) {
        this.report = report;
        this.evaluation = report.evaluation();
    }

    public Sheet sheet() {
        return new Sheet(
                report.data(),
                "Evaluation: " + target(),
                headline(),
                scope(),
                figures(),
                List.of(scores(), remarks(), further(), otherMeasures(), choices(), design()),
                ScorePlot.of(report).stream().toList(),
                false,
                report.version());
    }

    public String json() {
        return EvaluationJson.write(report);
    }

    private String target() {
        return report.view().study().target().orElseThrow().column();
    }

    /** The best score with its interval. */
    String headline() {
        Measure measure = evaluation.primary();
        return evaluation
                .best()
                .map(best -> measure.name() + " " + evaluation.interval(best).text() + " by " + best.name())
                .orElse("No learner could be scored");
    }

    private String scope() {
        return "'" + target() + "' on " + Numbers.of(report.rows(), "row")
                + (report.rows() + report.locked() + report.withoutTarget() < report.tableRows()
                        ? " drawn from " + Numbers.count(report.tableRows())
                        : "")
                + (report.locked() > 0 ? " (" + Numbers.of(report.locked(), "test row") + " stay locked)" : "")
                + " with "
                + Numbers.of(
                        report.view().study().features().size()
                                - report.tooLate().size(),
                        "feature") + ", split "
                + report.split().plan().describe() + "; 95 % intervals.";
    }

    private List<FindingCard.Fact> figures() {
        List<FindingCard.Fact> facts = new ArrayList<>();
        facts.add(new FindingCard.Fact("rows", Numbers.count(report.rows())));
        facts.add(new FindingCard.Fact(
                "features", Numbers.count(report.view().study().features().size())));
        for (LearnerResult learner : evaluation.learners()) {
            if (learner.standing() != Standing.CANDIDATE) {
                facts.add(new FindingCard.Fact(
                        learner.name(),
                        Numbers.measured(evaluation.interval(learner).value())));
            }
        }
        return facts;
    }

    /** Scores with their intervals, beside the baselines. */
    SheetSection scores() {
        Measure measure = evaluation.primary();
        List<List<String>> rows = new ArrayList<>();
        for (LearnerResult learner : evaluation.learners()) {
            Interval interval = evaluation.interval(learner);
            rows.add(List.of(
                    learner.name(),
                    Numbers.measured(interval.value()),
                    interval.isKnown()
                            ? Numbers.measured(interval.low()) + " to " + Numbers.measured(interval.high())
                            : "none",
                    training(learner),
                    Double.isNaN(learner.parameters()) ? "-" : Numbers.count(Math.round(learner.parameters())),
                    Numbers.seconds(learner.seconds()),
                    learner.standing() == Standing.CANDIDATE ? "" : "baseline"));
        }
        return new SheetSection(
                "scores",
                "Scores",
                List.of(),
                List.of(new SheetSection.Table(
                        measure.name() + " on rows held out, " + (measure.largerIsBetter() ? "larger" : "smaller")
                                + " is better",
                        List.of("learner", measure.name(), "95 %", "training", "parameters", "time", ""),
                        rows,
                        1)));
    }

    private String training(LearnerResult learner) {
        double score = learner.trainingScore(0);
        return Double.isNaN(score) ? "-" : Numbers.measured(score);
    }

    /** What the numbers allow to say, in sentences. */
    SheetSection remarks() {
        List<String> lines = new ArrayList<>(new Statements(evaluation).all());
        evaluation.best().ifPresent(winner -> {
            for (Standing standing : List.of(Standing.SINGLE_FEATURE, Standing.FORMULA)) {
                evaluation.learners(standing).stream()
                        .filter(baseline -> !baseline.scored().isEmpty())
                        .map(baseline -> evaluation.compare(winner, baseline))
                        .map(Comparison::sentence)
                        .forEach(lines::add);
            }
        });
        return new SheetSection("remarks", "What may be said", lines, List.of());
    }

    private SheetSection further() {
        return new SheetSection("further", "More rows, and luck", report.further(), List.of());
    }

    SheetSection otherMeasures() {
        List<Measure> others =
                evaluation.measures().subList(1, evaluation.measures().size());
        if (others.isEmpty()) {
            return new SheetSection("measures", "Other measures", List.of(), List.of());
        }
        List<String> head = new ArrayList<>(List.of("learner"));
        others.forEach(measure -> head.add(measure.name()));
        List<List<String>> rows = new ArrayList<>();
        for (LearnerResult learner : evaluation.learners()) {
            List<String> row = new ArrayList<>(List.of(learner.name()));
            others.forEach(
                    measure -> row.add(evaluation.interval(learner, measure).text()));
            rows.add(row);
        }
        return new SheetSection(
                "measures",
                "Other measures",
                List.of(),
                List.of(new SheetSection.Table("on the same folds, with 95 % intervals", head, rows, 0)));
    }

    /** What was chosen inside the folds, and how much too good the inner scores are. */
    private SheetSection choices() {
        List<List<String>> rows = new ArrayList<>();
        for (LearnerResult learner : evaluation.learners()) {
            if (!learner.searches().isEmpty()) {
                rows.add(List.of(
                        learner.name(),
                        Numbers.measured(learner.innerBest()),
                        Numbers.measured(evaluation.interval(learner).value()),
                        String.join(
                                "; ",
                                learner.searches().stream()
                                        .map(search -> search.chosen().replace(learner.name() + ", ", ""))
                                        .distinct()
                                        .toList())));
            }
        }
        return new SheetSection(
                "choices",
                "Chosen inside the folds",
                rows.isEmpty()
                        ? List.of()
                        : List.of(
                                "The best inner score was chosen for being the best, so it is too good; the outer one is"
                                        + " of rows that no choice has seen."),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new SheetSection.Table(
                                "by the mean inner " + evaluation.primary().name(),
                                List.of("learner", "best inner", "outer", "settings chosen"),
                                rows,
                                1)));
    }

    private SheetSection design() {
        List<String> lines = new ArrayList<>();
        lines.add("Split: " + report.split().plan().describe() + ". "
                + report.split().reason());
        evaluation
                .best()
                .ifPresent(best ->
                        lines.add("Intervals: " + evaluation.interval(best).method() + "."));
        if (!report.tooLate().isEmpty()) {
            lines.add("Left out, because declared to be known only after the prediction: "
                    + String.join(", ", report.tooLate()) + ".");
        }
        report.notYetKnown()
                .forEach((column, values) -> lines.add(Numbers.of(values, "value") + " of " + column
                        + (values == 1 ? " was" : " were")
                        + " taken for missing: declared to become known at the prediction or later."));
        if (report.withoutTarget() > 0) {
            lines.add(Numbers.of(report.withoutTarget(), "row") + " without a target "
                    + (report.withoutTarget() == 1 ? "was" : "were") + " left out.");
        }
        report.view()
                .study()
                .guesses()
                .forEach(guess ->
                        lines.add("Guessed: " + guess.about() + " " + guess.value() + " (" + guess.because() + ")."));
        report.view().notices().forEach(notice -> lines.add(notice.message()));
        lines.add("Seed " + evaluation.seed() + ". No feature was checked for leaks here: watertight audit does that.");
        return new SheetSection("design", "How it was done", lines, List.of());
    }
}
