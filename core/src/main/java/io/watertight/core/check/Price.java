package io.watertight.core.check;

/**
 * What a leak is worth: the score as found against the score after the fix. It measures cost, not guilt: a legitimate column has a price
 * too, and a leak that another column repeats may have none.
 *
 * @param measure what was scored, e.g. {@code AUC}
 * @param before score as found; NaN if unknown
 * @param after score after the fix; NaN if unknown
 * @param difference by how much the leak flatters the score, in the unit of the measure: positive when the score as found is the better
 *     one, also where smaller is better
 * @param low end of the 95 % interval of the difference; infinite if there is none
 * @param high end of the interval
 * @param paired whether both scores are of the same rows and folds; of two designs otherwise
 * @param note what a reader should know beside the numbers, as a sentence; may be empty
 */
public record Price(
        String measure,
        double before,
        double after,
        double difference,
        double low,
        double high,
        boolean paired,
        String note) {

    /** Words that stand beside every price. */
    public static final String MEANING = "cost, not guilt";

    /** Whether the interval leaves no doubt that the leak flatters the score. */
    public boolean isClear() {
        return low > 0;
    }
}
