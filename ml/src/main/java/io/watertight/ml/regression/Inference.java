package io.watertight.ml.regression;

/**
 * What a standard error says about a coefficient.
 *
 * @param standardError in the coefficient's units
 * @param t coefficient by standard error
 * @param p two-sided, by Student's t with the residual degrees of freedom
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record Inference(double standardError, double t, double p, double low, double high) {

    static Inference of(double estimate, double standardError, double freedom, double reach) {
        double t = estimate / standardError;
        return new Inference(
                standardError,
                t,
                Probability.twoSidedT(t, freedom),
                estimate - reach * standardError,
                estimate + reach * standardError);
    }
}
