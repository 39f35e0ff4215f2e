package io.watertight.ml.regression;

/**
 * How well the whole model fits the rows it was fitted on.
 *
 * @param modelFreedom columns with a coefficient, without the intercept
 * @param residualFreedom rows less coefficients, the intercept included
 * @param rSquared SSR / SST
 * @param adjusted 1 - (SSE / residualFreedom) / (SST / (n - 1))
 * @param standardError square root of SSE / residualFreedom, in the target's units
 * @param f (SSR / modelFreedom) / (SSE / residualFreedom); NaN without columns
 * @param p of f: how often chance alone would explain as much
 * @param logLikelihood of the model with normal errors, at its maximum
 * @param aic -2 logLikelihood + 2 k, where k counts the coefficients and the error variance, as R's AIC does
 * @param bic -2 logLikelihood + k ln n
 */
public record Goodness(
        int modelFreedom,
        int residualFreedom,
        double rSquared,
        double adjusted,
        double standardError,
        double f,
        double p,
        double logLikelihood,
        double aic,
        double bic) {

    static Goodness of(Fit fit) {
        int rows = fit.rows();
        int model = fit.rank() - 1;
        int residual = fit.residualFreedom();
        SumsOfSquares squares = fit.squares();
        double f = model == 0 ? Double.NaN : squares.ssr() / model / fit.variance();
        double likelihood = -rows / 2.0 * (Math.log(2 * Math.PI * squares.sse() / rows) + 1);
        int counted = fit.rank() + 1;
        return new Goodness(
                model,
                residual,
                squares.rSquared(),
                1 - fit.variance() / (squares.sst() / (rows - 1)),
                Math.sqrt(fit.variance()),
                f,
                Probability.upperF(f, model, residual),
                likelihood,
                2.0 * counted - 2 * likelihood,
                counted * Math.log(rows) - 2 * likelihood);
    }
}
