package io.watertight.ml.evaluate;

import io.watertight.core.study.Task;
import io.watertight.ml.algorithm.BestSingleFeature;
import io.watertight.ml.algorithm.Constant;
import io.watertight.ml.algorithm.linear.LinearRegression;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.transform.DefaultPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every evaluation runs beside the candidates, on the same folds. There is no evaluation without them.
 *
 * @param constant the same prediction for every row
 * @param singleFeature the best column on its own
 * @param formula a column or expression that nothing is fitted to, if the user named one
 * @param linear a linear or logistic model
 */
public record Baselines(Learner constant, Learner singleFeature, Optional<Learner> formula, Learner linear) {

    public Baselines(Learner constant, Learner singleFeature, Learner linear) {
        this(constant, singleFeature, Optional.empty(), linear);
    }

    /** Constant, best single feature, and a penalized linear or logistic model behind the default pipeline. */
    public static Baselines standard(Task task) {
        return new Baselines(
                new Constant(),
                new BestSingleFeature(),
                DefaultPipeline.of(
                        DefaultPipeline.Kind.LINEAR,
                        task.isClassification() ? new LogisticRegression() : LinearRegression.ridge(1)));
    }

    /** With a column or expression to which nothing is fitted. */
    public Baselines withFormula(Learner free) {
        return new Baselines(constant, singleFeature, Optional.of(free), linear);
    }

    List<Entrant> entrants() {
        List<Entrant> all = new ArrayList<>();
        all.add(new Entrant(constant, Standing.CONSTANT));
        all.add(new Entrant(singleFeature, Standing.SINGLE_FEATURE));
        formula.ifPresent(free -> all.add(new Entrant(free, Standing.FORMULA)));
        all.add(new Entrant(linear, Standing.LINEAR));
        return all;
    }
}
