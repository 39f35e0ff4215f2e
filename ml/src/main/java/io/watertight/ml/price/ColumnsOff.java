package io.watertight.ml.price;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import java.util.List;

/**
 * A learner that is not given some columns. As a learner of its own it runs on the very folds of the one that has them, also where the
 * split looks at columns.
 */
final class ColumnsOff extends Learner {

    private final String name;
    private final Learner learner;
    private final List<String> columns;

    ColumnsOff(String name, Learner learner, List<String> columns) {
        this.name = name;
        this.learner = learner;
        this.columns = List.copyOf(columns);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        Model model = learner.fit(training.withoutColumns(columns), context);
        return new Model() {
            @Override
            protected Predictions score(Features features) {
                return ask(model, features.without(columns));
            }

            @Override
            public long parameters() {
                return model.parameters();
            }
        };
    }
}
