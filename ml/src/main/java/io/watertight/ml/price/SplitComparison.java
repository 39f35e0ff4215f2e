package io.watertight.ml.price;

import io.watertight.core.report.Numbers;
import io.watertight.ml.data.Response;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.evaluate.Standing;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same learner, baselines and formula under several designs. Their test sets differ, so scores of two designs are not paired.
 *
 * @param learner name of the learner
 * @param rows one a design, in the order given
 */
public record SplitComparison(String learner, List<Row> rows) {

    /** Of a learner's fall, what a fit-free score must fall by to say that the test set changed. */
    private static final double AS_MUCH = 2.0 / 3;

    public SplitComparison {
        rows = List.copyOf(rows);
    }

    /**
     * A design and what came of it.
     *
     * @param design its name, rows and split
     * @param evaluation of the learner and all baselines
     * @param free name of the learner in the evaluation that nothing is fitted to, if there is one
     */
    public record Row(Design design, Evaluation evaluation, Optional<String> free) {

        /** The learner's score by the deciding measure, on the rows this design holds out. */
        public Interval score(String learner) {
            return evaluation.interval(evaluation.learner(learner));
        }
    }

    /**
     * Evaluates the learner under each design, over several seeds where the evaluator repeats.
     *
     * @param evaluator its splitter is not used; its formula, if any, is the fit-free baseline, else the best raw column is
     * @param designs of the same rows; the first is what others are held against
     */
    public static SplitComparison of(Evaluator evaluator, Learner learner, List<Design> designs) {
        RawTrainingSet training = designs.get(0)
                .splitter()
                .split(designs.get(0).dataset(), 0)
                .get(0)
                .training();
        Measure order = orderOf(training.response());
        Optional<RawColumn> raw = RawColumn.best(training);
        List<Row> rows = new ArrayList<>();
        for (Design design : designs) {
            Optional<RawColumn> there = raw.filter(column -> column.isIn(design.dataset()));
            Evaluation evaluation = evaluator
                    .withSplitter(design.splitter())
                    .withMoreMeasures(List.of(order))
                    .withCandidates(
                            Stream.concat(Stream.of(learner), there.stream()).toList())
                    .evaluate(design.dataset());
            Optional<String> free = evaluation.learners(Standing.FORMULA).stream()
                    .map(LearnerResult::name)
                    .findFirst()
                    .or(() -> there.map(RawColumn::name));
            rows.add(new Row(design, evaluation, free));
        }
        return new SplitComparison(learner.name(), rows);
    }

    /** A measure that raw values can be judged by: of their order alone. */
    private static Measure orderOf(Response response) {
        return response instanceof Response.Numbers ? Measures.SPEARMAN : Measures.AUC;
    }

    /** What changed between the first design and each other, a sentence or two each. */
    public List<String> sentences() {
        return rows.stream().skip(1).map(row -> sentence(rows.get(0), row)).toList();
    }

    /** What the split of a design did to the learner and to the score that nothing is fitted to. */
    String sentence(Row first, Row other) {
        Measure measure = first.evaluation().primary();
        Interval before = first.score(learner);
        Interval after = other.score(learner);
        Interval fall = Unpaired.gain(measure, before, after);
        String scores = "'" + first.design().name() + "' gives " + measure.name() + " " + before.text() + ", '"
                + other.design().name() + "' " + after.text() + ". ";
        if (!(fall.low() > 0)) {
            return scores
                    + (fall.high() < 0
                            ? "The score rises, by " + negated(fall).text() + " (two designs, not paired)."
                            : "No clear difference: " + fall.text() + " (two designs, not paired).");
        }
        return scores + free(first, other);
    }

    private String free(Row first, Row other) {
        if (first.free().isEmpty() || other.free().isEmpty() || !first.free().equals(other.free())) {
            return "Without a score that nothing is fitted to, it stays open whether the split took a leak away or changed the test"
                    + " set.";
        }
        String name = first.free().get();
        Measure order = first.evaluation().measures().stream()
                .filter(measure -> measure.equals(Measures.SPEARMAN) || measure.equals(Measures.AUC))
                .findFirst()
                .orElseThrow();
        double fall = order.gain(score(first, learner, order), score(other, learner, order));
        double freeFall = order.gain(score(first, name, order), score(other, name, order));
        String fell = name + ", to which nothing is fitted, moves from " + order.name() + " "
                + Numbers.measured(score(first, name, order)) + " to " + Numbers.measured(score(other, name, order));
        if (freeFall >= AS_MUCH * fall) {
            return "The split changed the test set: " + fell + " as well, and what is not fitted cannot memorize.";
        }
        return "The test set is about as hard as before: " + fell
                + ". What the model lost is what it could only know from the other side of the split.";
    }

    private static double score(Row row, String learner, Measure measure) {
        return row.evaluation().score(row.evaluation().learner(learner), measure);
    }

    private static Interval negated(Interval interval) {
        return new Interval(-interval.value(), -interval.high(), -interval.low(), interval.level(), interval.method());
    }

    /** Ids of rows that every design holds out at some time. */
    Set<Long> common() {
        Set<Long> common = new HashSet<>(rows.get(0).evaluation().heldOut());
        rows.forEach(row -> common.retainAll(row.evaluation().heldOut()));
        return common;
    }
}
