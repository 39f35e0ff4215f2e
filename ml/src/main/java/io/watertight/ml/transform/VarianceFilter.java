package io.watertight.ml.transform;

import io.watertight.ml.data.Features;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;

/**
 * Leaves single columns out whose variance among training rows (divided by n) is small. Scales matter: an indicator of a share p has
 * variance p (1 - p). Columns of categories stay. Immutable; thread-safe.
 */
public final class VarianceFilter extends Transformer {

    private final double threshold;

    /** @param threshold at least 0; columns stay whose variance is larger */
    public VarianceFilter(double threshold) {
        if (!(threshold >= 0)) {
            throw new IllegalArgumentException("a variance is at least 0, not " + threshold);
        }
        this.threshold = threshold;
    }

    @Override
    public String name() {
        return "variance filter";
    }

    @Override
    protected Learnt learn(TrainingSet training, FitContext context) {
        Features features = training.features();
        GroupMoments moments = GroupMoments.of(features, new int[training.rows()], 1);
        boolean[] wanted = new boolean[features.width()];
        for (int column = 0; column < wanted.length; column++) {
            wanted[column] = moments.variance(column) > threshold;
        }
        return alike(training, ColumnSubset.of(features, wanted, name()));
    }
}
