package io.watertight.ml.search;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.search.SearchTrace.Trial;
import java.util.Arrays;

/** The scores of one candidate, fold by fold. Once it has failed it is not fitted again. Not thread-safe. */
final class TrialScores {

    private final Learner learner;
    private final Measure measure;
    private final double[] scores;
    private int rows;
    private String failure = "";

    TrialScores(Learner learner, Measure measure, int folds) {
        this.learner = learner;
        this.measure = measure;
        this.scores = new double[folds];
    }

    void add(int fold, RawTrainingSet training, EvaluationSet evaluation, FitContext context) {
        if (!failure.isEmpty()) {
            return;
        }
        rows += training.rows();
        try {
            scores[fold] = Scoring.score(learner.fit(training, context), evaluation, measure);
        } catch (WatertightException problem) {
            failure = String.valueOf(problem.getMessage());
        }
    }

    Trial trial() {
        int meanRows = rows / scores.length;
        if (!failure.isEmpty()) {
            return new Trial(learner.name(), Double.NaN, Double.NaN, meanRows, failure);
        }
        double[] known =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
        if (known.length == 0) {
            return new Trial(
                    learner.name(),
                    Double.NaN,
                    Double.NaN,
                    meanRows,
                    measure.name() + " is not defined on any inner fold");
        }
        double mean = Arrays.stream(known).average().orElseThrow();
        double squares = Arrays.stream(known)
                .map(score -> (score - mean) * (score - mean))
                .sum();
        double error = known.length < 2 ? 0 : Math.sqrt(squares / (known.length - 1) / known.length);
        return new Trial(learner.name(), mean, error, meanRows, "");
    }
}
