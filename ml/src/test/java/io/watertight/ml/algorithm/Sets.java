package io.watertight.ml.algorithm;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.NewRows;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Training sets of all the rows given. */
public final class Sets {

    private Sets() {}

    /** A split that trains on all rows but the last. */
    private static final class AllButTheLast extends Splitter {

        @Override
        public String describe() {
            return "all but the last row";
        }

        @Override
        protected List<List<Division>> divide(SplitterInput input, long seed) {
            int last = input.rows() - 1;
            return List.of(List.of(new Division(IntStream.range(0, last).toArray(), new int[] {last})));
        }
    }

    public static RawTrainingSet training(Features features, Response response) {
        return training(features, response, Optional.empty(), Optional.empty());
    }

    public static RawTrainingSet weighted(Features features, Response response, double[] weights) {
        return training(features, response, Optional.of(weights), Optional.empty());
    }

    public static RawTrainingSet grouped(Features features, Response response, int[] groups) {
        return training(features, response, Optional.empty(), Optional.of(groups));
    }

    private static RawTrainingSet training(
            Features features, Response response, Optional<double[]> weights, Optional<int[]> groups) {
        int rows = features.rows();
        int[] withOneMore =
                IntStream.rangeClosed(0, rows).map(row -> row % rows).toArray();
        Dataset dataset = Dataset.of(features.gather(withOneMore), response.gather(withOneMore));
        if (weights.isPresent()) {
            dataset = dataset.withWeights(IntStream.of(withOneMore)
                    .mapToDouble(row -> weights.get()[row])
                    .toArray());
        }
        if (groups.isPresent()) {
            dataset = dataset.withGroup(
                    "group",
                    IntStream.of(withOneMore).map(row -> groups.get()[row]).toArray());
        }
        return new AllButTheLast().split(dataset, 0).get(0).training();
    }

    public static Model fit(Learner learner, Features features, Response response) {
        return learner.fit(training(features, response), FitContext.of(1));
    }

    public static Predictions predict(Model model, Features features) {
        return model.predict(new NewRows(features));
    }

    static double[] filled(int rows, double value) {
        double[] values = new double[rows];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
