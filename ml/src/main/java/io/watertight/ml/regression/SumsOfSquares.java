package io.watertight.ml.regression;

/**
 * Sums of squares, in squared units of the target. The letters are used in both senses in print; here and everywhere in Watertight
 * SSE is what the model leaves over and SSR what it explains, so that R2 = 1 - SSE/SST = SSR/SST.
 *
 * @param sse squared residuals
 * @param ssr squared deviations of the fitted values from the target's mean
 * @param sst squared deviations of the target from its mean
 */
public record SumsOfSquares(double sse, double ssr, double sst) {

    /** Share of the target's variance that the model explains, on the rows it was fitted on. */
    public double rSquared() {
        return sse < ssr ? 1 - sse / sst : ssr / sst;
    }
}
