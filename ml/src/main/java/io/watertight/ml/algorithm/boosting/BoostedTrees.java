package io.watertight.ml.algorithm.boosting;

import io.watertight.core.WatertightException;
import io.watertight.ml.NativeLibrary;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosted trees (XGBoost, histograms; Chen and Guestrin, KDD 2016). Takes numbers with missing values, categories and
 * indicators, which become categorical columns of XGBoost, and sparse columns, where zero counts as missing.
 *
 * <p>With a patience, rounds end when an inner part of the training rows stops getting better; groups never part, and the rows that
 * are watched are not learnt from.
 */
public final class BoostedTrees extends SingleTarget {

    /** One inner fold of this many is watched. */
    private static final int INNER_FOLDS = 6;

    private final Settings settings;

    /**
     * How to grow trees; names and meanings are XGBoost's.
     *
     * @param rounds at most
     * @param depth of a tree ({@code max_depth})
     * @param rate learning rate ({@code eta})
     * @param leastWeight of a leaf ({@code min_child_weight})
     * @param rowShare of the rows each tree sees ({@code subsample})
     * @param columnShare of the columns each tree sees ({@code colsample_bytree})
     * @param penalty on squared leaf values ({@code lambda})
     * @param bins a column is cut into ({@code max_bin})
     * @param patience rounds without an improvement on the watched rows after which a fit stops; 0 to watch nothing and grow all rounds
     */
    public record Settings(
            int rounds,
            int depth,
            double rate,
            double leastWeight,
            double rowShare,
            double columnShare,
            double penalty,
            int bins,
            int patience) {

        /** 100 rounds of depth 6 at rate 0.3, XGBoost's own. */
        public static Settings standard() {
            return new Settings(100, 6, 0.3, 1, 1, 1, 1, 256, 0);
        }

        public Settings withRounds(int most) {
            return new Settings(most, depth, rate, leastWeight, rowShare, columnShare, penalty, bins, patience);
        }

        public Settings withDepth(int deepest) {
            return new Settings(rounds, deepest, rate, leastWeight, rowShare, columnShare, penalty, bins, patience);
        }

        public Settings withRate(double learning) {
            return new Settings(rounds, depth, learning, leastWeight, rowShare, columnShare, penalty, bins, patience);
        }

        public Settings withPatience(int worse) {
            return new Settings(rounds, depth, rate, leastWeight, rowShare, columnShare, penalty, bins, worse);
        }
    }

    public BoostedTrees() {
        this(Settings.standard());
    }

    public BoostedTrees(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "gradient boosting";
    }

    public Settings settings() {
        return settings;
    }

    @Override
    protected boolean takesMissing() {
        return true;
    }

    @Override
    protected boolean takesCategories() {
        return true;
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        float[] labels = new float[classes.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = classes.isBinary() ? (float) classes.indicator(row) : classes.codes()[row];
        }
        Map<String, Object> parameters = parameters(context);
        parameters.put("objective", classes.isBinary() ? "binary:logistic" : "multi:softprob");
        parameters.put("eval_metric", classes.isBinary() ? "logloss" : "mlogloss");
        if (!classes.isBinary()) {
            parameters.put("num_class", classes.names().size());
        }
        return fit(training, labels, parameters, context, new Leaves(1, 0, true));
    }

    /** Targets are centred and scaled, so that neither huge nor tiny ones leave the range of a float. */
    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        double[] values = numbers.values();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        double size = largest == 0 ? 1 : largest;
        double mean = 0;
        for (double value : values) {
            mean += value / size / values.length;
        }
        double spread = 0;
        for (double value : values) {
            spread += (value / size - mean) * (value / size - mean) / values.length;
        }
        double deviation = spread == 0 ? 1 : Math.sqrt(spread);
        float[] labels = new float[values.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) ((values[row] / size - mean) / deviation);
        }
        Map<String, Object> parameters = parameters(context);
        parameters.put("objective", "reg:squarederror");
        parameters.put("eval_metric", "rmse");
        return fit(training, labels, parameters, context, new Leaves(deviation * size, mean * size, false));
    }

    /**
     * What the sum of leaves means.
     *
     * @param scale to multiply with
     * @param shift to add
     * @param probabilities whether they are
     */
    record Leaves(double scale, double shift, boolean probabilities) {}

    private Model fit(
            TrainingSet training, float[] labels, Map<String, Object> parameters, FitContext context, Leaves leaves) {
        new NativeLibrary().require();
        Encoding encoding = Encoding.of(training.features());
        double[] weights = Weights.of(training);
        int[] all = IntStream.range(0, labels.length).toArray();
        int[] watched = settings.patience() == 0 ? new int[0] : watched(training, context);
        boolean watches = watched.length > 0 && watched.length < labels.length;
        try (Matrices matrices = new Matrices()) {
            DMatrix learnt;
            Map<String, DMatrix> watching = new LinkedHashMap<>();
            if (watches) {
                boolean[] isWatched = new boolean[labels.length];
                for (int row : watched) {
                    isWatched[row] = true;
                }
                int[] rest = IntStream.of(all).filter(row -> !isWatched[row]).toArray();
                learnt = matrices.of(encoding, training, rest, labels, weights, context.threads());
                watching.put("watched", matrices.of(encoding, training, watched, labels, weights, context.threads()));
            } else {
                learnt = matrices.of(encoding, training, all, labels, weights, context.threads());
            }
            Booster booster = XGBoost.train(
                    learnt,
                    parameters,
                    settings.rounds(),
                    watching,
                    null,
                    null,
                    null,
                    watches ? settings.patience() : 0);
            try {
                int rounds = watches ? Integer.parseInt(booster.getAttr("best_iteration")) + 1 : settings.rounds();
                return BoostedModel.of(this, training.features(), encoding, booster, rounds, leaves);
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError failure) {
            throw new WatertightException(
                    "XGBoost could not fit a model of " + training.rows() + " rows and "
                            + training.features().width() + " columns: " + failure.getMessage(),
                    "try another learner",
                    failure);
        }
    }

    private static int[] watched(TrainingSet training, FitContext context) {
        int[] folds = training.innerFolds(INNER_FOLDS, context.inner(1).seed());
        return IntStream.range(0, folds.length).filter(row -> folds[row] == 0).toArray();
    }

    private Map<String, Object> parameters(FitContext context) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", settings.depth());
        parameters.put("eta", settings.rate());
        parameters.put("min_child_weight", settings.leastWeight());
        parameters.put("subsample", settings.rowShare());
        parameters.put("colsample_bytree", settings.columnShare());
        parameters.put("lambda", settings.penalty());
        parameters.put("max_bin", settings.bins());
        parameters.put("nthread", context.threads());
        parameters.put("seed", (int) Math.floorMod(context.seed(), (long) Integer.MAX_VALUE));
        parameters.put("verbosity", 0);
        parameters.put("verbose_eval", "false");
        return parameters;
    }
}
