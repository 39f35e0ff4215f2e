package io.watertight.ml.transform;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;

/**
 * Keeps the single columns that matter most to a model, which is fitted on the same training rows: coefficients of a lasso, gains of
 * trees. Immutable; thread-safe.
 */
public final class SelectByModel extends Transformer {

    private final Algorithm algorithm;
    private final int most;

    /**
     * A selection.
     *
     * @param algorithm whose models explain themselves ({@link Explains})
     * @param most columns that stay at most; those of no importance never stay, except the first when all have none
     */
    public SelectByModel(Algorithm algorithm, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a selection keeps at least one column, not " + most);
        }
        this.algorithm = algorithm;
        this.most = most;
    }

    @Override
    public String name() {
        return "selection by " + algorithm.name();
    }

    @Override
    protected Learnt learn(TrainingSet training, FitContext context) {
        Model model = algorithm.fit(training, context.inner(1));
        double[] importance = model instanceof Explains explains ? explains.importance() : new double[0];
        if (importance.length == 0 && training.features().width() > 0) {
            throw new WatertightException(
                    "The model of '" + algorithm.name() + "' does not say how much each column matters to it.",
                    "select by a linear model or by trees");
        }
        if (importance.length != training.features().width()) {
            throw new IllegalStateException("'" + algorithm.name() + "' gives " + importance.length
                    + " importances for " + training.features().width() + " columns");
        }
        int matter = 0;
        for (double one : importance) {
            matter += one > 0 ? 1 : 0;
        }
        boolean[] wanted = Select.best(importance, Math.min(most, Math.max(1, matter)));
        return alike(training, ColumnSubset.of(training.features(), wanted, name()));
    }
}
