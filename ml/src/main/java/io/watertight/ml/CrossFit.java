package io.watertight.ml;

import io.watertight.core.WatertightException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees, fitted without each fold in turn and asked about that fold. The only class that speaks to XGBoost. The same
 * input, seed and number of threads give the same answer.
 *
 * @param problem what to learn
 * @param folds the fold of each of the problem's rows
 * @param inner whether early stopping watches a row instead of learning from it
 * @param effort how hard to try
 * @param seed of the choice of columns when there are many
 * @param threads at most this many
 */
record CrossFit(Problem problem, int[] folds, boolean[] inner, Effort effort, long seed, int threads) {

    private static final String WATCHED = "inner";

    /**
     * Scores of rows by models that have not seen them.
     *
     * @param predictions by row and output
     * @param gain of the loss by column, summed over all splits and folds
     */
    record Predictions(float[][] predictions, double[] gain) {}

    /** @param matrix of the problem's rows, one after the other, {@code columns} values each */
    Predictions run(float[] matrix, int columns) {
        float[][] predictions = new float[folds.length][];
        double[] gain = new double[columns];
        try {
            DMatrix all = new DMatrix(matrix, folds.length, columns, Float.NaN);
            try {
                all.setLabel(problem.labels());
                all.setWeight(problem.weights());
                for (int fold = 0; fold < RowDraw.FOLDS; fold++) {
                    judge(all, fold, predictions, gain);
                }
            } finally {
                all.dispose();
            }
        } catch (XGBoostError failure) {
            throw new WatertightException(
                    "XGBoost could not fit a model of " + folds.length + " rows and " + columns + " columns: "
                            + failure.getMessage(),
                    "leave the check out with --skip, and report this",
                    failure);
        }
        return new Predictions(predictions, gain);
    }

    private void judge(DMatrix all, int fold, float[][] predictions, double[] gain) throws XGBoostError {
        boolean watches = effort.innerShare() > 0;
        int[] judged = where(row -> folds[row] == fold);
        int[] learnt = where(row -> folds[row] != fold && !(watches && inner[row]));
        int[] watched = where(row -> folds[row] != fold && watches && inner[row]);
        if (judged.length == 0) {
            return;
        }
        DMatrix training = all.slice(learnt);
        DMatrix testing = all.slice(judged);
        Map<String, DMatrix> watching = new LinkedHashMap<>();
        if (watches) {
            watching.put(WATCHED, all.slice(watched));
        }
        try {
            Booster model = XGBoost.train(
                    training, parameters(), effort.rounds(), watching, null, null, null, watches ? effort.patience() : 0);
            try {
                float[][] scores = model.predict(testing, false, bestRounds(model, watches));
                for (int index = 0; index < judged.length; index++) {
                    predictions[judged[index]] = scores[index];
                }
                model.getScore("", "total_gain")
                        .forEach((name, amount) -> gain[Integer.parseInt(name.substring(1))] += amount);
            } finally {
                model.dispose();
            }
        } finally {
            training.dispose();
            testing.dispose();
            watching.values().forEach(DMatrix::dispose);
        }
    }

    /** Trees grown after the best round are not asked; 0 means all. */
    private static int bestRounds(Booster model, boolean watches) throws XGBoostError {
        return watches ? Integer.parseInt(model.getAttr("best_iteration")) + 1 : 0;
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
        parameters.put("nthread", threads);
        parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        parameters.put("verbosity", 0);
        parameters.put("verbose_eval", "false");
        return parameters;
    }

    private int[] where(IntPredicate wanted) {
        return IntStream.range(0, folds.length).filter(wanted).toArray();
    }
}
