package io.watertight.ml.evaluate;

import io.watertight.core.numeric.Ranks;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that are scored at once, with their out-of-fold predictions.
 *
 * @param positions index into the dataset by row
 * @param truth what came true
 * @param predicted by models that have not seen the row
 * @param weights one a row
 */
record Pool(int[] positions, Response truth, Predictions predicted, double[] weights) {

    static Pool of(FoldResult.Scored fold) {
        HeldOutRows rows = fold.rows();
        return new Pool(rows.positions(), rows.truth(), fold.predicted(), rows.weights());
    }

    /** The folds of each repeat as one pool. */
    static List<Pool> repeats(List<FoldResult.Scored> folds) {
        Map<Integer, List<Pool>> byRepeat = new TreeMap<>();
        for (FoldResult.Scored fold : folds) {
            byRepeat.computeIfAbsent(fold.rows().repeat(), repeat -> new ArrayList<>())
                    .add(of(fold));
        }
        return byRepeat.values().stream().map(Pool::joined).toList();
    }

    private static Pool joined(List<Pool> pools) {
        double[][] outputs = new double[pools.get(0).predicted.outputs().length][];
        for (int output = 0; output < outputs.length; output++) {
            int at = output;
            outputs[output] = pools.stream()
                    .flatMapToDouble(pool -> Arrays.stream(pool.predicted.outputs()[at]))
                    .toArray();
        }
        return new Pool(
                pools.stream()
                        .flatMapToInt(pool -> Arrays.stream(pool.positions))
                        .toArray(),
                joinedTruth(pools.stream().map(Pool::truth).toList()),
                new Predictions(outputs, pools.get(0).predicted.probabilities()),
                pools.stream()
                        .flatMapToDouble(pool -> Arrays.stream(pool.weights))
                        .toArray());
    }

    private static Response joinedTruth(List<Response> truths) {
        if (truths.get(0) instanceof Response.Classes first) {
            return new Response.Classes(
                    truths.stream()
                            .flatMapToInt(truth -> Arrays.stream(((Response.Classes) truth).codes()))
                            .toArray(),
                    first.names(),
                    first.positive());
        }
        if (truths.get(0) instanceof Response.Numbers) {
            return new Response.Numbers(truths.stream()
                    .flatMapToDouble(truth -> Arrays.stream(((Response.Numbers) truth).values()))
                    .toArray());
        }
        List<Response.Labels> labels =
                truths.stream().map(Response.Labels.class::cast).toList();
        int rows = labels.stream().mapToInt(Response.Labels::rows).sum();
        boolean[][] flags = new boolean[labels.get(0).names().size()][rows];
        for (int label = 0; label < flags.length; label++) {
            int at = 0;
            for (Response.Labels part : labels) {
                System.arraycopy(part.flags()[label], 0, flags[label], at, part.rows());
                at += part.rows();
            }
        }
        return new Response.Labels(flags, labels.get(0).names());
    }

    int rows() {
        return positions.length;
    }

    /** Rows in ascending order of the only output, if there is one: sorting what is sorted is quick, and it is done a thousand times. */
    Pool sorted() {
        if (predicted.outputs().length != 1) {
            return this;
        }
        return gather(Ranks.order(predicted.outputs()[0]));
    }

    Pool gather(int[] rows) {
        return new Pool(
                Arrays.stream(rows).map(row -> positions[row]).toArray(),
                truth.gather(rows),
                predicted.gather(rows),
                Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
    }
}
