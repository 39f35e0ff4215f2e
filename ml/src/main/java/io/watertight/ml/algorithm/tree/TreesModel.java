package io.watertight.ml.algorithm.tree;

import io.watertight.ml.algorithm.FeatureModel;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Explains;
import java.util.List;

/** The mean of some trees. */
class TreesModel extends FeatureModel implements Explains {

    private static final int BATCH = 1024;

    private final BinnedColumns columns;
    private final List<Tree> trees;
    private final TreeTargets targets;
    private final double[] importance;
    private final int threads;

    TreesModel(
            SingleTarget algorithm,
            Features fitted,
            BinnedColumns columns,
            List<Tree> trees,
            TreeTargets targets,
            double[] gain,
            int threads) {
        super(algorithm, fitted);
        this.columns = columns;
        this.trees = List.copyOf(trees);
        this.targets = new TreeTargets(
                new float[targets.values().length][0], targets.scale(), targets.shift(), targets.probabilities());
        this.importance = columns.spread(gain, fitted);
        this.threads = threads;
    }

    @Override
    protected final Predictions predictions(Features features) {
        int rows = features.rows();
        double[][] outputs = new double[targets.values().length][rows];
        try (Workers workers = new Workers(threads)) {
            byte[][] bins = columns.bins(features, workers);
            workers.each((rows + BATCH - 1) / BATCH, batch -> {
                int to = Math.min(rows, (batch + 1) * BATCH);
                for (Tree tree : trees) {
                    for (int row = batch * BATCH; row < to; row++) {
                        int leaf = tree.leaf(bins, row);
                        for (int output = 0; output < outputs.length; output++) {
                            outputs[output][row] += tree.values()[output][leaf];
                        }
                    }
                }
                for (double[] output : outputs) {
                    for (int row = batch * BATCH; row < to; row++) {
                        output[row] = output[row] / trees.size() * targets.scale() + targets.shift();
                    }
                }
            });
        }
        return new Predictions(outputs, targets.probabilities());
    }

    /** Nodes: a split and a leaf each fit a number. */
    @Override
    public final long parameters() {
        return trees.stream().mapToLong(Tree::nodes).sum();
    }

    @Override
    public final double[] importance() {
        return importance.clone();
    }
}
