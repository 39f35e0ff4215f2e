package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Optional;

/** Training rows as they came. They may be split again, for what is chosen inside a fold. Thread-safe. */
public final class RawTrainingSet implements TrainingSet {

    private final RowView view;

    RawTrainingSet(Dataset dataset, int[] rows) {
        this.view = new RowView(dataset, rows);
    }

    RowView view() {
        return view;
    }

    @Override
    public int rows() {
        return view.rows().length;
    }

    @Override
    public Features features() {
        return view.features();
    }

    @Override
    public Response response() {
        return view.response();
    }

    @Override
    public Optional<double[]> weights() {
        return view.weights();
    }

    @Override
    public long[] rowIds() {
        return view.rowIds();
    }

    @Override
    public int[] innerFolds(int folds, long seed) {
        return view.innerFolds(folds, seed);
    }

    /** The same rows to be scored by a model that has seen them: what comes out is a training score, and is marked so. */
    public EvaluationSet inSample() {
        return new EvaluationSet(view, true);
    }
}
