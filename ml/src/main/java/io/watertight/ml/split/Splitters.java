package io.watertight.ml.split;

import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.ml.learn.Splitter;

/** Makes splitters of plans. */
public final class Splitters {

    private Splitters() {}

    /** The splitter of a plan; of a nested plan, that of its outer one. */
    public static Splitter of(SplitPlan plan) {
        return new PlannedSplitter(plan instanceof Nested nested ? nested.outer() : plan);
    }

    /**
     * The splitter of the training rows of a fold: the inner plan of a nested one, else one that inherits groups and time.
     *
     * @param folds unless the plan is nested and says so itself
     */
    public static Splitter inside(SplitPlan plan, int folds) {
        return new PlannedSplitter(
                plan instanceof Nested nested
                        ? nested.inner()
                        : Nested.inherit(plan, folds).inner());
    }
}
