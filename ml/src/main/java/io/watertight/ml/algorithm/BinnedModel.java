package io.watertight.ml.algorithm;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Explains;

/** A value a bin of one feature. */
final class BinnedModel extends FeatureModel implements Explains {

    private final int block;
    private final Bins bins;
    private final double[][] means;
    private final boolean probabilities;
    private final double[] importance;

    BinnedModel(
            SingleTarget algorithm, Features fitted, int block, Bins bins, double[][] means, boolean probabilities) {
        super(algorithm, fitted);
        this.block = block;
        this.bins = bins;
        this.means = means;
        this.probabilities = probabilities;
        this.importance = new double[fitted.width()];
        int first = 0;
        for (int index = 0; index < block; index++) {
            first += fitted.blocks().get(index).width();
        }
        Block chosen = fitted.blocks().get(block);
        for (int column = 0; column < chosen.width(); column++) {
            importance[first + column] = bins.term() < 0 ? 1.0 / chosen.width() : bins.term() == column ? 1 : 0;
        }
    }

    @Override
    protected Predictions predictions(Features features) {
        int[] codes = bins.codes(features.blocks().get(block));
        double[][] outputs = new double[means.length][codes.length];
        for (int output = 0; output < outputs.length; output++) {
            for (int row = 0; row < codes.length; row++) {
                outputs[output][row] = means[output][codes[row]];
            }
        }
        return new Predictions(outputs, probabilities);
    }

    @Override
    public long parameters() {
        return (long) means.length * means[0].length;
    }

    @Override
    public double[] importance() {
        return importance.clone();
    }
}
