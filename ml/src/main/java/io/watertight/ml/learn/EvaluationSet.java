package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Optional;

/** Rows held out of a fit, to score its model with. Nothing can be fitted on them. Thread-safe. */
public final class EvaluationSet implements Items {

    private final RowView view;
    private final boolean inSample;

    EvaluationSet(RowView view, boolean inSample) {
        this.view = view;
        this.inSample = inSample;
    }

    RowView view() {
        return view;
    }

    /** Whether the rows are training rows after all, so that a score of them says nothing about new ones. */
    public boolean isInSample() {
        return inSample;
    }

    @Override
    public int rows() {
        return view.rows().length;
    }

    @Override
    public Features features() {
        return view.features();
    }

    /** What came true. */
    public Response response() {
        return view.response();
    }

    public Optional<double[]> weights() {
        return view.weights();
    }

    /** Ids of the rows, in the order of all else here. Not to be written to. */
    public long[] rowIds() {
        return view.rowIds();
    }

    /** Codes of the group each row belongs to, by the first declared group; each row its own without one. */
    public int[] groups() {
        return view.groups();
    }

    /** When each row happened (seconds since 1970, or any increasing number), if the data has a declared time. */
    public Optional<double[]> times() {
        return view.times();
    }
}
