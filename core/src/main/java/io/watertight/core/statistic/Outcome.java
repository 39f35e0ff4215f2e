package io.watertight.core.statistic;

import io.watertight.core.study.Target;

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
}
