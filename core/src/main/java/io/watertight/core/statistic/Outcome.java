package io.watertight.core.statistic;

import io.watertight.core.study.Target;
import java.util.Arrays;

/**
 * The target as engines count it.
 *
 * @param target the target
 * @param rankCuts regression: ascending cuts of the target from the sample, about fifty; a value's rank is the share of cuts
 *     below it. Empty for classes
 */
public record Outcome(Target target, double[] rankCuts) {

    public boolean isClasses() {
        return target.task().isClassification();
    }

    /** Number of classes that are told apart by tallies: the target's classes, or fifths of a number. */
    public int classes() {
        return isClasses() ? target.classes().size() : 5;
    }

    /** Regression: cuts strictly below a value, from 0 to the number of cuts. */
    public int cutsBelow(double value) {
        int index = Arrays.binarySearch(rankCuts, value);
        return index >= 0 ? index : -index - 1;
    }

    /** Regression: the rank of a value that has so many cuts below it, in [0, 1]. */
    public double rank(int cutsBelow) {
        return rankCuts.length == 0 ? 0 : (double) cutsBelow / rankCuts.length;
    }

    /** Regression: the fifth, from 0, that tallies count a value in that has so many cuts below it. */
    public int fifth(int cutsBelow) {
        return cutsBelow * 5 / (rankCuts.length + 1);
    }
}
