package io.watertight.app.report;

import io.watertight.core.report.Numbers;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.evaluate.Standing;
import java.util.List;
import java.util.Optional;

/** Scores of learners with their intervals, one below the other. */
final class ScorePlot {

    private static final int WIDTH = 760;
    private static final int LEFT = 210;
    private static final int RIGHT = 90;
    private static final int ROW = 26;
    private static final int TOP = 26;

    private final double low;
    private final double high;

    private ScorePlot(double low, double high) {
        this.low = low;
        this.high = high;
    }

    static Optional<Plot> of(EvaluationReport report) {
        Evaluation evaluation = report.evaluation();
        List<LearnerResult> shown = evaluation.learners().stream()
                .filter(learner -> !Double.isNaN(evaluation.interval(learner).value()))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Interval> intervals = shown.stream().map(evaluation::interval).toList();
        double least = intervals.stream().mapToDouble(ScorePlot::left).min().orElse(0);
        double most = intervals.stream().mapToDouble(ScorePlot::right).max().orElse(1);
        double margin = most > least ? 0.05 * (most - least) : 0.5;
        ScorePlot plot = new ScorePlot(least - margin, most + margin);
        String measure = evaluation.primary().name();
        int bottom = TOP + ROW * shown.size();
        Svg svg = new Svg(
                "scores-plot",
                WIDTH,
                bottom + 36,
                measure + " of every learner",
                shown.get(0).name() + " " + intervals.get(0).text() + ", and " + (shown.size() - 1) + " others.");
        for (int tick = 0; tick <= 5; tick++) {
            double value = plot.low + (plot.high - plot.low) * tick / 5;
            svg.line(plot.x(value), TOP - 6, plot.x(value), bottom + 4, "grid");
            svg.text(plot.x(value), bottom + 20, "tick", "middle", Numbers.measured(value));
        }
        svg.text(LEFT, 12, "tick", "start", measure);
        for (int index = 0; index < shown.size(); index++) {
            plot.row(svg, shown.get(index), intervals.get(index), TOP + ROW * index + ROW / 2.0);
        }
        return Optional.of(new Plot(
                "Scores with their intervals",
                "A diamond is a candidate, a circle a baseline on the same folds; the line is the 95 % interval. Intervals"
                        + " that overlap do not mean that two learners are equal: the paired comparison above does say.",
                svg.toString()));
    }

    private void row(Svg svg, LearnerResult learner, Interval interval, double y) {
        boolean candidate = learner.standing() == Standing.CANDIDATE;
        svg.line(x(left(interval)), y, x(right(interval)), y, "stem");
        svg.mark(candidate ? 1 : 0, x(interval.value()), y, "mark", learner.name() + ": " + interval.text());
        svg.text(LEFT - 12, y + 4, "label", "end", Svg.cut(learner.name(), 28));
        svg.text(WIDTH - 4, y + 4, "value", "end", Numbers.measured(interval.value()));
    }

    private static double left(Interval interval) {
        return interval.isKnown() ? interval.low() : interval.value();
    }

    private static double right(Interval interval) {
        return interval.isKnown() ? interval.high() : interval.value();
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (value - low) / (high - low);
    }
}
