package io.watertight.ml.algorithm.linear;

/**
 * Penalties on the inner coefficients of a design.
 *
 * @param absolute on absolute values, by inner column; 0 for the intercept
 * @param squared on half of squares, likewise
 * @param sparse whether any absolute penalty is above 0
 */
record Penalties(double[] absolute, double[] squared, boolean sparse) {

    static Penalties of(Design design, double absolute, double squared) {
        double[] first = new double[design.width()];
        double[] second = new double[design.width()];
        for (int column = 0; column < first.length; column++) {
            if (column != design.intercept()) {
                first[column] = absolute / design.scale(column);
                second[column] = squared / design.scale(column) / design.scale(column);
            }
        }
        return new Penalties(first, second, absolute > 0);
    }

    /** What these coefficients cost. */
    double of(double[] coefficients) {
        double sum = 0;
        for (int column = 0; column < coefficients.length; column++) {
            double value = coefficients[column];
            sum += absolute[column] * Math.abs(value) + squared[column] * value * value / 2;
        }
        return sum;
    }

    /** The absolute part alone, which has no gradient. */
    double absoluteOf(double[] coefficients) {
        double sum = 0;
        for (int column = 0; column < coefficients.length; column++) {
            sum += absolute[column] * Math.abs(coefficients[column]);
        }
        return sum;
    }
}
