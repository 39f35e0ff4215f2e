package io.watertight.ml.algorithm.boosting;

import io.watertight.ml.data.Features;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Native memory that is given back whatever happens. */
final class Matrices implements AutoCloseable {

    private final List<DMatrix> all = new ArrayList<>();

    DMatrix of(Encoding encoding, TrainingSet training, int[] rows, float[] labels, double[] weights, int threads)
            throws XGBoostError {
        DMatrix matrix = of(encoding, training.features(), rows, threads);
        float[] known = new float[rows.length];
        float[] heavy = new float[rows.length];
        for (int index = 0; index < rows.length; index++) {
            known[index] = labels[rows[index]];
            heavy[index] = (float) weights[rows[index]];
        }
        matrix.setLabel(known);
        if (training.weights().isPresent()) {
            matrix.setWeight(heavy);
        }
        return matrix;
    }

    DMatrix of(Encoding encoding, Features features, int[] rows, int threads) throws XGBoostError {
        DMatrix matrix = encoding.matrix(features, rows, threads);
        all.add(matrix);
        return matrix;
    }

    @Override
    public void close() {
        all.forEach(DMatrix::dispose);
    }
}
