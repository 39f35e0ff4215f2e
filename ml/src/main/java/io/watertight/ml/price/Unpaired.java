package io.watertight.ml.price;

import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.measure.Measure;

/** Differences of scores that were not made on the same folds. */
final class Unpaired {

    private Unpaired() {}

    /**
     * How much better one score is than another, with the interval of the difference of two independent estimates made of their own
     * intervals (Zou and Donner, Statistics in Medicine 27, 2008). Scores of the same rows go up and down together, so it is rather too
     * wide.
     */
    static Interval gain(Measure measure, Interval score, Interval than) {
        double value = measure.gain(score.value(), than.value());
        if (!score.isKnown() || !than.isKnown()) {
            return Interval.unknown(value, "a score has no interval");
        }
        double lower = score.value() - score.low();
        double upper = score.high() - score.value();
        double otherLower = than.value() - than.low();
        double otherUpper = than.high() - than.value();
        boolean larger = measure.largerIsBetter();
        double down = larger ? Math.hypot(lower, otherUpper) : Math.hypot(upper, otherLower);
        double up = larger ? Math.hypot(upper, otherLower) : Math.hypot(lower, otherUpper);
        return new Interval(value, value - down, value + up, score.level(), "two designs, not paired");
    }
}
