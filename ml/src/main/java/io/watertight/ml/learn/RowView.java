package io.watertight.ml.learn;

import io.watertight.core.data.RowHash;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some rows of a dataset, each once, gathered when first asked for. Thread-safe. */
final class RowView {

    private final Dataset dataset;
    private final int[] rows;
    private @Nullable Features features;
    private @Nullable Response response;
    private long @Nullable [] ids;
    private FitLog.@Nullable Marked marked;

    RowView(Dataset dataset, int[] rows) {
        this.dataset = dataset;
        this.rows = rows;
    }

    Dataset dataset() {
        return dataset;
    }

    /** Indices into the dataset. */
    int[] rows() {
        return rows;
    }

    synchronized Features features() {
        if (features == null) {
            features = dataset.allFeatures().gather(rows);
        }
        return features;
    }

    synchronized Response response() {
        if (response == null) {
            response = dataset.allResponses().gather(rows);
        }
        return response;
    }

    Optional<double[]> weights() {
        return dataset.allWeights().map(this::gather);
    }

    Optional<double[]> times() {
        return dataset.times().map(this::gather);
    }

    /** One array for all who ask, until it is released. */
    synchronized long[] rowIds() {
        if (ids == null) {
            long[] all = dataset.rowIds();
            ids = Arrays.stream(rows).mapToLong(row -> all[row]).toArray();
        }
        return ids;
    }

    /** The same rows for a log that outlives them: one for all fits. */
    synchronized FitLog.Marked marked() {
        if (marked == null) {
            BitSet positions = new BitSet(dataset.rows());
            for (int row : rows) {
                positions.set(row);
            }
            marked = new FitLog.Marked(dataset.rowIds(), positions);
        }
        return marked;
    }

    /** Lets go of what was gathered. */
    synchronized void release() {
        features = null;
        response = null;
        ids = null;
    }

    int[] groups() {
        if (dataset.groups().isEmpty()) {
            return rows.clone();
        }
        int[] codes = dataset.groups().get(0).codes();
        return Arrays.stream(rows).map(row -> codes[row]).toArray();
    }

    /** By the number that stands for the row or its entity, never by a code: codes are dealt in the order of rows. */
    int[] innerFolds(int folds, long seed) {
        Optional<Dataset.Group> group = dataset.groups().stream().findFirst();
        long[] ids = dataset.rowIds();
        return Arrays.stream(rows)
                .mapToLong(row -> group.map(one -> one.keys()[one.codes()[row]]).orElseGet(() -> ids[row]))
                .mapToInt(number -> (int) (RowHash.of(number, seed) % folds))
                .toArray();
    }

    private double[] gather(double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
