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
 * The linear support vector machine with squared hinge: with s the row weights, what is least is |w|² / 2 + C times the sum of s times
 * max(0, 1 - y f)². The intercept is not penalised (LIBLINEAR and scikit-learn's LinearSVC penalise it). Solved in the primal by Newton
 * steps (Keerthi and DeCoste, JMLR 6, 2005), which needs no random order and a handful of passes; several classes one against the rest.
 * Its scores order rows and are no probabilities. Scale the columns first.
 */
public final class LinearSupportVectorMachine extends SingleTarget {

    private final double c;

    /** C = 1. */
    public LinearSupportVectorMachine() {
        this(1);
    }

    /** @param c the less, the more is penalised; above 0 */
    public LinearSupportVectorMachine(double c) {
        if (!(c > 0) || Double.isInfinite(c)) {
            throw new WatertightException("C of " + c + " is no penalty.", "choose C above 0");
        }
        this.c = c;
    }

    @Override
    public String name() {
        return "linear support vector machine";
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        throw new WatertightException(
                "The linear support vector machine predicts classes, and the target is a number.",
                "choose ridge regression, or the kernel machine");
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
            Penalties penalties = Penalties.of(design, 0, 1 / (c * total));
            double[][] inner = new double[classes.outputs()][];
            for (int output = 0; output < inner.length; output++) {
                double[] truth = new double[weights.length];
                for (int row = 0; row < truth.length; row++) {
                    truth[row] = inner.length == 1 ? classes.indicator(row) : classes.codes()[row] == output ? 1 : 0;
                }
                inner[output] = new MarginSolver(design, MarginLoss.SQUARED_HINGE, truth, shares, penalties).solve();
            }
            return LinearModel.of(this, training.features(), design, weights, inner, LinearModel.Link.NONE);
        }
    }
}
