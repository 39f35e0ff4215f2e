package io.watertight.ml.learn;

import io.watertight.core.data.RowHash;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some rows of a dataset, gathered when first asked for. Thread-safe. */
final class RowView {

    private final Dataset dataset;
    private final int[] rows;
    private @Nullable Features features;
    private @Nullable Response response;

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

    long[] rowIds() {
        long[] ids = dataset.rowIds();
        return Arrays.stream(rows).mapToLong(row -> ids[row]).toArray();
    }

    int[] groups() {
        if (dataset.groups().isEmpty()) {
            return rows.clone();
        }
        int[] codes = dataset.groups().get(0).codes();
        return Arrays.stream(rows).map(row -> codes[row]).toArray();
    }

    int[] innerFolds(int folds, long seed) {
        int[] result = new int[rows.length];
        if (dataset.groups().isEmpty()) {
            long[] ids = dataset.rowIds();
            for (int index = 0; index < rows.length; index++) {
                result[index] = (int) (RowHash.of(ids[rows[index]], seed) % folds);
            }
            return result;
        }
        int[] groups = groups();
        Map<Integer, Integer> foldOf = new HashMap<>();
        for (int index = 0; index < rows.length; index++) {
            result[index] = foldOf.computeIfAbsent(groups[index], group -> (int) (RowHash.of(group, seed) % folds));
        }
        return result;
    }

    private double[] gather(double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
