package io.watertight.ml.search;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.Model;
import io.watertight.ml.measure.Measure;
import java.util.Arrays;

/** Scores of a model on rows held out. */
final class Scoring {

    private Scoring() {}

    static double score(Model model, EvaluationSet rows, Measure measure) {
        return score(model.predict(rows), rows, measure);
    }

    static double score(Predictions predicted, EvaluationSet rows, Measure measure) {
        return measure.value(rows.response(), predicted, weights(rows));
    }

    static double[] weights(EvaluationSet rows) {
        return rows.weights().orElseGet(() -> {
            double[] ones = new double[rows.rows()];
            Arrays.fill(ones, 1);
            return ones;
        });
    }
}
