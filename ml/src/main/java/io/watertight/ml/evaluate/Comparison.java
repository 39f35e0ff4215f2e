package io.watertight.ml.evaluate;

import io.watertight.core.report.Numbers;
import io.watertight.ml.measure.Measure;

/**
 * Two learners on the same folds.
 *
 * @param learner the one that is asked about
 * @param than the other
 * @param measure by which
 * @param gain how much better the first is, in the unit of the measure; negative when it is worse
 * @param pValue two-sided, of there being no difference; NaN if unknown. One of many: nothing is corrected for the number of questions
 */
public record Comparison(String learner, String than, Measure measure, Interval gain, double pValue) {

    /** What the interval allows to say. */
    public enum Result {
        BETTER,
        WORSE,
        NO_DIFFERENCE,
        UNKNOWN
    }

    public Result result() {
        if (!gain.isKnown()) {
            return Result.UNKNOWN;
        }
        if (gain.low() > 0) {
            return Result.BETTER;
        }
        return gain.high() < 0 ? Result.WORSE : Result.NO_DIFFERENCE;
    }

    /** One sentence, with the interval. */
    public String sentence() {
        String difference = measure.name() + " better by " + gain.text();
        return switch (result()) {
            case BETTER -> "'" + learner + "' beats '" + than + "': " + difference + ".";
            case WORSE ->
                "'" + learner + "' is worse than '" + than + "': " + measure.name() + " worse by "
                        + new Interval(-gain.value(), -gain.high(), -gain.low(), gain.level(), gain.method()).text()
                        + ".";
            case NO_DIFFERENCE ->
                "'" + learner + "' does not beat '" + than + "' beyond its interval: " + difference + ".";
            case UNKNOWN ->
                "'" + learner + "' cannot be compared with '" + than + "': " + gain.method() + " ("
                        + Numbers.measured(gain.value()) + ").";
        };
    }
}
