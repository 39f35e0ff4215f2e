package io.watertight.ml;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees, fitted without one fold and asked about that fold. The only class that speaks to XGBoost.
 *
 * <p>Each fit uses one thread, and fits run beside one another: the answer then does not depend on how many threads there are,
 * and OpenMP has no threads that wait for one another (on a busy machine that waiting made a fit ten times slower).
 *
 * @param problem what to learn
 * @param columns of the problem's rows
 * @param fold which rows
 * @param effort how hard to try
 * @param seed of the choice of columns when there are many
 */
record FoldFit(Problem problem, List<float[]> columns, Fold fold, Effort effort, long seed)
        implements Callable<FoldFit.Answer> {

    /**
     * What came of it.
     *
     * @param predictions by judged row and output
     * @param gain of the loss by column, summed over all splits
     */
    record Answer(float[][] predictions, double[] gain) {}

    @Override
    public Answer call() {
        try (Matrices matrices = new Matrices()) {
            DMatrix training = matrices.add(gather(fold.learnt()));
            DMatrix testing = matrices.add(gather(fold.judged()));
            boolean watches = fold.watched().length > 0;
            Map<String, DMatrix> watching = new LinkedHashMap<>();
            if (watches) {
                watching.put("watched", matrices.add(gather(fold.watched())));
            }
            Booster model = XGBoost.train(
                    training,
                    parameters(),
                    effort.rounds(),
                    watching,
                    null,
                    null,
                    null,
                    watches ? effort.patience() : 0);
            try {
                // Trees grown after the best round are not asked; 0 means all.
                int rounds = watches ? Integer.parseInt(model.getAttr("best_iteration")) + 1 : 0;
                return new Answer(model.predict(testing, false, rounds), gain(model));
            } finally {
                model.dispose();
            }
        } catch (XGBoostError failure) {
            throw new WatertightException(
                    "XGBoost could not fit a model of " + fold.learnt().length + " rows and " + columns.size()
                            + " columns: " + failure.getMessage(),
                    "leave the check out with --skip",
                    failure);
        }
    }

    private double[] gain(Booster model) throws XGBoostError {
        double[] gain = new double[columns.size()];
        model.getScore("", "total_gain").forEach((name, amount) -> gain[Integer.parseInt(name.substring(1))] = amount);
        return gain;
    }

    private DMatrix gather(int[] rows) throws XGBoostError {
        int width = columns.size();
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int column = 0; column < width; column++) {
            float[] source = columns.get(column);
            for (int row = 0; row < rows.length; row++) {
                values[row * width + column] = source[rows[row]];
            }
        }
        DMatrix matrix = new DMatrix(values, rows.length, width, Float.NaN);
        matrix.setLabel(pick(problem.labels(), rows));
        matrix.setWeight(pick(problem.weights(), rows));
        return matrix;
    }

    private static float[] pick(float[] values, int[] rows) {
        float[] picked = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            picked[row] = values[rows[row]];
        }
        return picked;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", problem.loss().objective());
        parameters.put("eval_metric", problem.loss().metric());
        if (problem.loss() == Problem.Loss.SOFTPROB) {
            parameters.put("num_class", problem.outputs());
        }
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", effort.depth());
        parameters.put("eta", effort.rate());
        parameters.put("max_bin", effort.bins());
        parameters.put("colsample_bytree", effort.columnShare());
        parameters.put("nthread", 1);
        parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        parameters.put("verbosity", 0);
        parameters.put("verbose_eval", "false");
        return parameters;
    }

    /** Native memory that is given back whatever happens. */
    private static final class Matrices implements AutoCloseable {

        private final List<DMatrix> all = new ArrayList<>();

        DMatrix add(DMatrix matrix) {
            all.add(matrix);
            return matrix;
        }

        @Override
        public void close() {
            all.forEach(DMatrix::dispose);
        }
    }
}
