package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy may look at to deal rows: ids, groups, times, strata of the response, features (for places and duplicates). It deals
 * rows and learns nothing. All arrays are by position among the rows to split, 0 to {@link #rows()}. Thread-safe.
 */
public final class SplitterInput {

    private final RowView view;

    SplitterInput(RowView view) {
        this.view = view;
    }

    public int rows() {
        return view.rows().length;
    }

    public long[] rowIds() {
        return view.rowIds();
    }

    public Response response() {
        return view.response();
    }

    public Features features() {
        return view.features();
    }

    public Optional<double[]> times() {
        return view.times();
    }

    /** Declared groups, in the order declared. */
    public List<Dataset.Group> groups() {
        return view.dataset().groups().stream()
                .map(group -> new Dataset.Group(
                        group.name(),
                        Arrays.stream(view.rows())
                                .map(row -> group.codes()[row])
                                .toArray()))
                .toList();
    }
}
