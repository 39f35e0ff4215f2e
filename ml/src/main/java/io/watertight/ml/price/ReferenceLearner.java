package io.watertight.ml.price;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Task;
import io.watertight.ml.NativeLibrary;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.algorithm.linear.LinearRegression;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.transform.DefaultPipeline;

/** What prices are measured with when the user brings no learner: one that finds thresholds and interactions without being told. */
public final class ReferenceLearner {

    private ReferenceLearner() {}

    /** Boosted trees behind the default pipeline; a linear model where XGBoost does not load. */
    public static Learner standard(Task task) {
        try {
            new NativeLibrary().require();
        } catch (WatertightException missing) {
            return new Pipeline(
                    "reference (linear)",
                    DefaultPipeline.steps(DefaultPipeline.Kind.LINEAR),
                    task.isClassification() ? new LogisticRegression() : LinearRegression.ridge(1));
        }
        return new Pipeline(
                "reference (boosted trees)", DefaultPipeline.steps(DefaultPipeline.Kind.TREES), new BoostedTrees());
    }
}
