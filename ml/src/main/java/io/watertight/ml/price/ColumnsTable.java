package io.watertight.ml.price;

import io.watertight.core.report.Numbers;
import io.watertight.ml.evaluate.Comparison;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Doubtful columns on and off, alone and together, on the same rows and folds.
 *
 * @param evaluation what was measured, the baselines included
 * @param arms all of the columns, none, each alone, without each
 */
public record ColumnsTable(Evaluation evaluation, List<Arm> arms) {

    public ColumnsTable {
        arms = List.copyOf(arms);
    }

    /**
     * One choice of columns.
     *
     * @param name {@code all columns}, {@code none of them}, {@code duration alone}, {@code without duration}
     * @param off columns that were left out
     * @param score with an interval
     * @param overNone how much better it is than without any of them, paired
     * @param belowAll how much worse it is than with all of them, paired
     */
    public record Arm(String name, List<String> off, Interval score, Comparison overNone, Comparison belowAll) {
        public Arm {
            off = List.copyOf(off);
        }
    }

    /**
     * Fits the learner with every choice of the columns.
     *
     * @param doubtful features of the dataset; others are passed over
     */
    public static ColumnsTable of(Evaluator evaluator, Learner learner, Dataset dataset, List<String> doubtful) {
        List<String> columns = doubtful.stream()
                .filter(dataset.featureNames()::contains)
                .distinct()
                .toList();
        Map<String, List<String>> offByName = new LinkedHashMap<>();
        offByName.put("all columns", List.of());
        offByName.put("none of them", columns);
        if (columns.size() > 1) {
            for (String column : columns) {
                offByName.put(
                        "'" + column + "' alone",
                        columns.stream().filter(other -> !other.equals(column)).toList());
            }
            for (String column : columns) {
                offByName.put("without '" + column + "'", List.of(column));
            }
        }
        List<Learner> learners = new ArrayList<>();
        offByName.forEach((name, off) -> learners.add(new ColumnsOff(name, learner, off)));
        Evaluation evaluation = evaluator.withCandidates(learners).evaluate(dataset);
        LearnerResult all = evaluation.learner("all columns");
        LearnerResult none = evaluation.learner("none of them");
        List<Arm> arms = new ArrayList<>();
        offByName.forEach((name, off) -> {
            LearnerResult arm = evaluation.learner(name);
            arms.add(new Arm(
                    name, off, evaluation.interval(arm), evaluation.compare(arm, none), evaluation.compare(all, arm)));
        });
        return new ColumnsTable(evaluation, arms);
    }

    /** What the table says of the columns together. */
    public String sentence() {
        Arm all = arms.get(0);
        Arm none = arms.get(1);
        String scores = evaluation.primary().name() + " " + all.score().text() + " with them, "
                + none.score().text() + " without: ";
        Interval worth = none.belowAll().gain();
        return switch (none.belowAll().result()) {
            case BETTER -> scores + "they are worth " + worth.text() + " (cost, not guilt).";
            case WORSE -> scores + "the model is better without them.";
            case NO_DIFFERENCE -> scores + "no difference beyond the interval, " + worth.text() + ".";
            case UNKNOWN -> scores + "their worth has no interval (" + Numbers.measured(worth.value()) + ").";
        };
    }
}
