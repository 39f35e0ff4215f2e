package io.watertight.ml.algorithm;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.Model;
import java.util.List;

/** One model for each of several labels. */
final class ModelPerLabel extends Model implements Explains {

    private final List<Model> parts;

    ModelPerLabel(List<Model> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    protected Predictions score(Features features) {
        double[][] outputs = new double[parts.size()][];
        boolean probabilities = true;
        for (int label = 0; label < outputs.length; label++) {
            Predictions one = ask(parts.get(label), features);
            outputs[label] = one.single();
            probabilities &= one.probabilities();
        }
        return new Predictions(outputs, probabilities);
    }

    @Override
    public long parameters() {
        return parts.stream().mapToLong(Model::parameters).sum();
    }

    /** The mean over labels; empty when no part can tell. */
    @Override
    public double[] importance() {
        double[] mean = new double[0];
        for (Model part : parts) {
            if (part instanceof Explains known && known.importance().length > 0) {
                double[] one = known.importance();
                mean = mean.length == 0 ? new double[one.length] : mean;
                for (int column = 0; column < one.length; column++) {
                    mean[column] += one[column] / parts.size();
                }
            }
        }
        return mean;
    }
}
