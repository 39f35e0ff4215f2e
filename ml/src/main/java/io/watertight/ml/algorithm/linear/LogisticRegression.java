package io.watertight.ml.algorithm.linear;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;

/**
 * Logistic regression, multinomial for more than two classes. With s the row weights, what is least is C times the sum of s times the log
 * loss, plus ratio |w|₁ + (1 - ratio) |w|² / 2, the objective of scikit-learn; the intercept is never penalised.
 *
 * <p>Two classes: Newton steps with the exact Hessian, or truncated by conjugate gradients when there are many columns (Lin, Weng and
 * Keerthi, JMLR 9, 2008); with an absolute penalty each step is a lasso (proximal Newton; Lee, Sun and Saunders, SIAM J. Optim. 24,
 * 2014). More classes: the same, truncated, on all classes at once, or class by class with an absolute penalty. Numbers are scaled inside
 * without changing the model. Given numbers to predict, it refuses.
 */
public final class LogisticRegression extends SingleTarget {

    private final double c;
    private final double ratio;

    /** Squared penalty with C = 1. */
    public LogisticRegression() {
        this(1, 0);
    }

    /**
     * Penalised by 1/C.
     *
     * @param c the less, the more is penalised; above 0
     * @param ratio share of the absolute penalty, from 0 (L2) to 1 (L1)
     */
    public LogisticRegression(double c, double ratio) {
        if (!(c > 0) || Double.isInfinite(c) || !(ratio >= 0 && ratio <= 1)) {
            throw new WatertightException(
                    "C of " + c + " with an L1 ratio of " + ratio + " is no penalty.",
                    "choose C above 0 and a ratio between 0 and 1");
        }
        this.c = c;
        this.ratio = ratio;
    }

    @Override
    public String name() {
        return ratio == 0
                ? "logistic regression"
                : ratio == 1 ? "logistic regression (L1)" : "logistic regression (elastic net)";
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        throw new WatertightException(
                "Logistic regression predicts classes, and the target is a number.", "choose ridge regression");
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        double[] weights = Weights.of(training);
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] shares = new double[weights.length];
        for (int row = 0; row < shares.length; row++) {
            shares[row] = weights[row] / total;
        }
        try (Workers workers = new Workers(context.threads())) {
            Design design = new Design(training.features(), weights, workers);
            Penalties penalties = Penalties.of(design, ratio / (c * total), (1 - ratio) / (c * total));
            if (classes.isBinary()) {
                double[] truth = new double[weights.length];
                for (int row = 0; row < truth.length; row++) {
                    truth[row] = classes.indicator(row);
                }
                double[] inner = new MarginSolver(design, MarginLoss.LOGISTIC, truth, shares, penalties).solve();
                return LinearModel.of(
                        this, training.features(), design, weights, new double[][] {inner}, LinearModel.Link.LOGISTIC);
            }
            double[][] inner = new MultinomialLogistic(design, classes, shares, penalties).solve();
            return LinearModel.of(this, training.features(), design, weights, inner, LinearModel.Link.SOFTMAX);
        }
    }
}
