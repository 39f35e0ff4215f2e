package io.watertight.ml.transform;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;

/** Predicts 0.5 and does not say why. */
final class Silent extends Algorithm {

    @Override
    public String name() {
        return "silent";
    }

    @Override
    protected Model train(TrainingSet training, FitContext context) {
        return new Model() {
            @Override
            protected Predictions score(Features features) {
                double[] halves = new double[features.rows()];
                Arrays.fill(halves, 0.5);
                return Predictions.ofProbabilities(halves);
            }

            @Override
            public long parameters() {
                return 0;
            }
        };
    }
}
