package io.watertight.ml.algorithm.tree;

import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.List;
import java.util.SplittableRandom;

/** One tree (Breiman and others, Classification and Regression Trees, 1984), on columns of at most 256 bins. Takes any column. */
public final class DecisionTree extends SingleTarget {

    private final TreeSettings settings;

    /** Up to 6 deep, with 5 rows a leaf: a tree that can be read. */
    public DecisionTree() {
        this(new TreeSettings(6, 5, 1));
    }

    public DecisionTree(TreeSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "decision tree";
    }

    @Override
    protected boolean takesMissing() {
        return true;
    }

    @Override
    protected boolean takesCategories() {
        return true;
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        return fit(training, TreeTargets.of(classes), context);
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        return fit(training, TreeTargets.of(numbers), context);
    }

    private Model fit(TrainingSet training, TreeTargets targets, FitContext context) {
        double[] weights = Weights.of(training);
        float[] counts = new float[weights.length];
        for (int row = 0; row < counts.length; row++) {
            counts[row] = (float) weights[row];
        }
        try (Workers workers = new Workers(context.threads())) {
            BinnedColumns columns = BinnedColumns.of(training.features(), workers);
            Grower grower = new Grower(
                    columns,
                    columns.bins(training.features(), workers),
                    targets.values(),
                    counts,
                    settings,
                    new SplittableRandom(context.seed()));
            Tree tree = grower.grow();
            return new TreesModel(
                    this, training.features(), columns, List.of(tree), targets, grower.gain(), context.threads());
        }
    }
}
