package io.watertight.ml.regression;

import java.util.List;

/**
 * Ordinary least squares: Householder QR of the columns scaled by powers of two (which rounds nothing), then refinement of
 * coefficients and residuals together (Björck, BIT 7 (1967), 257-278) with residuals computed in {@link DoubleDouble}. The
 * refined coefficients are right to nearly all digits of a double as long as the condition number stays below about 1e12.
 */
final class LeastSquares {

    private static final int MOST_STEPS = 50;

    private final Design design;
    private final HouseholderQr qr;
    private final int[] scales;
    private final int targetScale;
    private final double[][] heads;
    private final double[][] tails;
    private final double[] target;

    // The solution so far, as pairs of doubles.
    private final double[] coefficients;
    private final double[] coefficientTails;
    private final double[] residuals;
    private final double[] residualTails;
    private int steps;

    private LeastSquares(Design design) {
        this.design = design;
        int terms = design.terms().size();
        int[] allScales = new int[terms];
        double[][] allHeads = new double[terms][];
        for (int term = 0; term < terms; term++) {
            allScales[term] = scale(design.column(term));
            allHeads[term] = scaled(design.column(term), allScales[term]);
        }
        qr = new HouseholderQr(allHeads);
        List<Integer> kept = qr.kept();
        scales = kept.stream().mapToInt(term -> allScales[term]).toArray();
        heads = kept.stream().map(term -> allHeads[term]).toArray(double[][]::new);
        tails = new double[heads.length][];
        for (int index = 0; index < heads.length; index++) {
            tails[index] = scaled(design.tail(kept.get(index)), scales[index]);
        }
        targetScale = scale(design.target());
        target = scaled(design.target(), targetScale);
        coefficients = new double[heads.length];
        coefficientTails = new double[heads.length];
        residuals = new double[target.length];
        residualTails = new double[target.length];
    }

    static Fit solve(Design design) {
        LeastSquares problem = new LeastSquares(design);
        problem.refine();
        return problem.fit();
    }

    private static int scale(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private static double[] scaled(double[] values, int exponent) {
        double[] result = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            result[row] = Math.scalb(values[row], -exponent);
        }
        return result;
    }

    /** Steps until a correction is no longer half the one before it, or as small as the last bits kept. */
    private void refine() {
        double last = Double.POSITIVE_INFINITY;
        while (steps < MOST_STEPS) {
            double[] change = new double[coefficients.length];
            double[] residualChange = correction(change);
            double size = largest(change);
            if (!(size < last / 2)) {
                return;
            }
            steps++;
            add(change, coefficients, coefficientTails);
            add(residualChange, residuals, residualTails);
            if (size <= 1e-30 * largest(coefficients)) {
                return;
            }
            last = size;
        }
    }

    /** Björck's step: fills the change of the coefficients and returns that of the residuals. */
    private double[] correction(double[] change) {
        double[] first = missingResidual();
        double[] second = missingOrthogonality();
        qr.solveTransposed(second);
        qr.forward(first);
        for (int index = 0; index < change.length; index++) {
            change[index] = first[index] - second[index];
            first[index] = second[index];
        }
        qr.solve(change);
        qr.backward(first);
        return first;
    }

    /** y - r - A x. */
    private double[] missingResidual() {
        double[] missing = new double[target.length];
        for (int row = 0; row < missing.length; row++) {
            DoubleDoubleSum sum = new DoubleDoubleSum(target[row], 0);
            sum.add(-residuals[row], -residualTails[row]);
            for (int index = 0; index < heads.length; index++) {
                double tail = tails[index].length == 0 ? 0 : tails[index][row];
                sum.addProduct(-heads[index][row], -tail, coefficients[index], coefficientTails[index]);
            }
            missing[row] = sum.value();
        }
        return missing;
    }

    /** -A' r. */
    private double[] missingOrthogonality() {
        double[] missing = new double[heads.length];
        for (int index = 0; index < missing.length; index++) {
            DoubleDoubleSum sum = new DoubleDoubleSum();
            double[] tail = tails[index];
            for (int row = 0; row < residuals.length; row++) {
                sum.addProduct(
                        -heads[index][row], tail.length == 0 ? 0 : -tail[row], residuals[row], residualTails[row]);
            }
            missing[index] = sum.value();
        }
        return missing;
    }

    private static void add(double[] change, double[] high, double[] low) {
        for (int index = 0; index < change.length; index++) {
            DoubleDoubleSum sum = new DoubleDoubleSum(high[index], low[index]);
            sum.add(change[index]);
            high[index] = sum.exact().high();
            low[index] = sum.exact().low();
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private Fit fit() {
        double[] estimates = new double[coefficients.length];
        for (int index = 0; index < estimates.length; index++) {
            estimates[index] = Math.scalb(coefficients[index], targetScale - scales[index]);
        }
        double[] inverse = InverseGram.diagonal(qr, heads, tails);
        for (int index = 0; index < inverse.length; index++) {
            inverse[index] = Math.scalb(inverse[index], -2 * scales[index]);
        }
        return new Fit(design, qr, scales, estimates, scaled(residuals, -targetScale), squares(), inverse, steps);
    }

    private SumsOfSquares squares() {
        DoubleDoubleSum total = new DoubleDoubleSum();
        for (double value : target) {
            total.add(value);
        }
        DoubleDouble mean = total.exact().dividedBy(new DoubleDouble(target.length, 0));
        DoubleDoubleSum residual = new DoubleDoubleSum();
        DoubleDoubleSum explained = new DoubleDoubleSum();
        DoubleDoubleSum all = new DoubleDoubleSum();
        for (int row = 0; row < target.length; row++) {
            DoubleDouble rest = new DoubleDouble(residuals[row], residualTails[row]);
            DoubleDouble deviation = new DoubleDouble(target[row], 0).minus(mean);
            DoubleDouble fitted = deviation.minus(rest);
            residual.addProduct(rest.high(), rest.low(), rest.high(), rest.low());
            explained.addProduct(fitted.high(), fitted.low(), fitted.high(), fitted.low());
            all.addProduct(deviation.high(), deviation.low(), deviation.high(), deviation.low());
        }
        return new SumsOfSquares(
                Math.scalb(residual.value(), 2 * targetScale),
                Math.scalb(explained.value(), 2 * targetScale),
                Math.scalb(all.value(), 2 * targetScale));
    }
}
