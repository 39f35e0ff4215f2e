package io.watertight.ml.algorithm;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.List;

/**
 * The one feature that predicts best by itself, and nothing else: a model that cannot beat it does not need its other columns. Each
 * feature is cut into bins (up to 32 of equal frequency, a bin a category, a bin for missing values) and each bin predicts its mean,
 * drawn towards the mean of all rows as if five of them were in the bin. The feature is chosen inside the fit, by its loss out of five
 * inner folds that groups do not straddle (squared error, or log loss of classes), so that a column with a value a row gains nothing.
 *
 * <p>Takes any column. Indicators of one column and categories count as one feature; each sparse column counts as one.
 */
public final class BestSingleFeature extends SingleTarget {

    private static final int FOLDS = 5;

    @Override
    public String name() {
        return "best single feature";
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
        return fit(training, Moments.of(classes, Weights.of(training)), context);
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        return fit(training, Moments.of(numbers, Weights.of(training)), context);
    }

    private Model fit(TrainingSet training, Moments moments, FitContext context) {
        Features features = training.features();
        int[] folds = training.innerFolds(FOLDS, context.inner(0).seed());
        List<Block> blocks = features.blocks();
        double[][] losses = new double[blocks.size()][];
        Bins[] bins = new Bins[blocks.size()];
        try (Workers workers = new Workers(context.threads())) {
            workers.each(blocks.size(), index -> {
                Block block = blocks.get(index);
                if (block instanceof SparseBlock sparse) {
                    losses[index] = SparseStrength.losses(sparse, moments, folds, FOLDS);
                    bins[index] = Bins.none();
                } else {
                    bins[index] = Bins.of(block);
                    double[] table = moments.table(bins[index].codes(block), bins[index].count(), folds, FOLDS);
                    losses[index] = new double[] {moments.loss(table, bins[index].count(), FOLDS)};
                }
            });
        }
        int best = -1;
        int part = 0;
        for (int index = 0; index < losses.length; index++) {
            for (int column = 0; column < losses[index].length; column++) {
                if (best < 0 || losses[index][column] < losses[best][part]) {
                    best = index;
                    part = column;
                }
            }
        }
        if (best < 0) {
            throw new WatertightException("There is no column to choose from.", "declare at least one feature");
        }
        Block chosen = blocks.get(best);
        Bins cut = chosen instanceof SparseBlock ? Bins.ofTerm(part) : bins[best];
        double[] table = moments.table(cut.codes(chosen), cut.count(), new int[training.rows()], 1);
        return new BinnedModel(this, features, best, cut, moments.means(table, cut.count()), moments.probabilities());
    }
}
