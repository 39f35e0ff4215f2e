package io.watertight.core.numeric;

/**
 * How well one column alone predicts the target, out of fold.
 *
 * @param column the column
 * @param measure {@code AUC} (macro one-vs-rest for several classes) or {@code R2}
 * @param value in the unit of the measure: 0.5 (AUC) or 0 (R2) is nothing, 1 is everything
 * @param best the largest value over the classes, one against the rest; equal to value for two classes and regression
 * @param standardError of the value under the null that the column says nothing
 * @param rows rows it rests on
 */
public record Strength(String column, String measure, double value, double best, double standardError, long rows) {

    /** Standard errors above nothing. */
    public double z() {
        return standardError > 0 ? (value - nothing()) / standardError : 0;
    }

    /** The value of a column that says nothing. */
    public double nothing() {
        return measure.equals("AUC") ? 0.5 : 0;
    }

    /** On a common scale: 0 nothing, 1 everything (Gini for AUC, R2 as it is). */
    public double power() {
        return Math.max(0, measure.equals("AUC") ? 2 * value - 1 : value);
    }
}
