package io.watertight.ml.evaluate;

import io.watertight.core.report.Numbers;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.search.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Scores of one learner by the number of rows it was fitted on, on the same folds.
 *
 * @param learner its name
 * @param measure by which
 * @param nothing the score of the constant baseline
 * @param points fewest rows first; the last one has all training rows
 */
public record LearningCurve(String learner, Measure measure, double nothing, List<Point> points) {

    /** Shares of the training rows. */
    public static final List<Double> SHARES = List.of(0.05, 0.1, 0.25, 0.5, 1.0);

    /** A signal that a quarter of the rows tells this much of is simple. */
    private static final double MOST_OF_IT = 0.95;

    private static final double EARLY = 0.25;

    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * A point of the curve.
     *
     * @param share of the training rows
     * @param rows fitted on, on average
     * @param score with an interval
     */
    public record Point(double share, long rows, Interval score) {}

    /** Fits the learner on growing parts of each training set, the smaller within the larger. */
    public static LearningCurve of(Evaluator evaluator, Learner learner, Dataset dataset) {
        List<Learner> thinned = new ArrayList<>();
        SHARES.forEach(share -> thinned.add(new Thinned(learner, share)));
        Evaluation evaluation =
                evaluator.withoutTrainingScores().withCandidates(thinned).evaluate(dataset);
        List<Point> points = new ArrayList<>();
        for (int index = 0; index < SHARES.size(); index++) {
            LearnerResult result = evaluation.learner(thinned.get(index).name());
            double share = SHARES.get(index);
            double rows = result.folds().stream()
                    .mapToDouble(fold -> fold.rows().trainingRows())
                    .average()
                    .orElse(Double.NaN);
            points.add(new Point(share, Math.round(share * rows), evaluation.interval(result)));
        }
        double nothing = evaluation
                .interval(evaluation.learners(Standing.CONSTANT).get(0))
                .value();
        return new LearningCurve(learner.name(), evaluation.primary(), nothing, points);
    }

    /** The fewest rows with nearly all of what all rows give over the constant; empty if it takes more than a quarter of them. */
    public Optional<Point> saturation() {
        double most = gained(points.get(points.size() - 1));
        return points.stream()
                .filter(point -> point.share() <= EARLY && most > 0 && gained(point) >= MOST_OF_IT * most)
                .findFirst();
    }

    private double gained(Point point) {
        return measure.gain(point.score().value(), nothing);
    }

    /** What the curve says. */
    public String sentence() {
        Point last = points.get(points.size() - 1);
        if (!measure.isOrdered() || !(measure.gain(last.score().value(), nothing) > 0)) {
            return "'" + learner + "' does not beat the constant with any number of rows.";
        }
        return saturation()
                .map(early -> "The signal saturates early: " + Numbers.of(early.rows(), "row") + " give "
                        + measure.name() + " " + Numbers.measured(early.score().value()) + ", all "
                        + Numbers.count(last.rows()) + " give "
                        + Numbers.measured(last.score().value())
                        + ". Simplify: a smaller model, or fewer rows, will do.")
                .orElseGet(() -> {
                    Point half = points.get(points.size() - 2);
                    double late =
                            measure.gain(last.score().value(), half.score().value());
                    return "The second half of the rows adds " + Numbers.measured(late) + " of " + measure.name()
                            + (late > 0.05 * gained(last) ? ": more rows would help." : ".");
                });
    }

    private static final class Thinned extends Learner {

        private final Learner learner;
        private final double share;

        Thinned(Learner learner, double share) {
            this.learner = learner;
            this.share = share;
        }

        @Override
        public String name() {
            return String.format(Locale.ENGLISH, "%s on %.0f %% of the rows", learner.name(), 100 * share);
        }

        @Override
        protected Model learn(RawTrainingSet training, FitContext context) {
            // The same seed for every share: a smaller part is within a larger one, and the full one is the learner as
            // it is.
            return learner.fit(share >= 1 ? training : Thinning.of(training, share, 0), context);
        }
    }
}
