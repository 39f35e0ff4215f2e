package io.watertight.ml.algorithm;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.Model;
import java.util.Arrays;

/** A model that saw some of the classes only: the others get no probability, or a score below all it gives. */
final class SeenClassesModel extends Model implements Explains {

    private final Model model;
    private final int[] seen;
    private final int classes;

    SeenClassesModel(Model model, int[] seen, int classes) {
        this.model = model;
        this.seen = seen;
        this.classes = classes;
    }

    @Override
    protected Predictions score(Features features) {
        Predictions known = ask(model, features);
        double[][] by = known.outputs();
        if (by.length == 1) {
            double[] other = Arrays.stream(by[0])
                    .map(score -> known.probabilities() ? 1 - score : -score)
                    .toArray();
            by = new double[][] {other, by[0]};
        }
        double[] unseen = new double[features.rows()];
        if (!known.probabilities()) {
            for (int row = 0; row < unseen.length; row++) {
                for (double[] scores : by) {
                    unseen[row] = Math.min(unseen[row], scores[row] - 1);
                }
            }
        }
        double[][] outputs = new double[classes][];
        Arrays.fill(outputs, unseen);
        for (int code = 0; code < seen.length; code++) {
            outputs[seen[code]] = by[code];
        }
        return new Predictions(outputs, known.probabilities());
    }

    @Override
    public long parameters() {
        return model.parameters();
    }

    @Override
    public double[] importance() {
        return model instanceof Explains known ? known.importance() : new double[0];
    }
}
