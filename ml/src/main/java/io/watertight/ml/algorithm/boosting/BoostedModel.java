package io.watertight.ml.algorithm.boosting;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.FeatureModel;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Explains;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees as bytes: native memory is held while rows are predicted, and no longer. */
final class BoostedModel extends FeatureModel implements Explains {

    private final Encoding encoding;
    private final byte[] trees;
    private final int rounds;
    private final BoostedTrees.Leaves leaves;
    private final double[] importance;
    private final long nodes;

    private BoostedModel(
            BoostedTrees algorithm,
            Features fitted,
            Encoding encoding,
            byte[] trees,
            int rounds,
            BoostedTrees.Leaves leaves,
            double[] importance,
            long nodes) {
        super(algorithm, fitted);
        this.encoding = encoding;
        this.trees = trees;
        this.rounds = rounds;
        this.leaves = leaves;
        this.importance = importance;
        this.nodes = nodes;
    }

    static BoostedModel of(
            BoostedTrees algorithm,
            Features fitted,
            Encoding encoding,
            Booster booster,
            int rounds,
            BoostedTrees.Leaves leaves)
            throws XGBoostError {
        String[] dumps = booster.getModelDump("", true);
        int asked = dumps.length / Math.max(1, booster.getNumBoostedRound()) * rounds;
        double[] gain = new double[encoding.width()];
        long nodes = 0;
        for (int tree = 0; tree < asked; tree++) {
            for (String node : dumps[tree].lines().toList()) {
                nodes++;
                addGain(node, gain);
            }
        }
        return new BoostedModel(
                algorithm,
                fitted,
                encoding,
                booster.toByteArray("ubj"),
                rounds,
                leaves,
                importance(fitted, encoding, gain),
                nodes);
    }

    /** {@code 2:[f7<0.5] yes=5,no=6,missing=6,gain=41.2,cover=98}; XGBoost's own reader stumbles over categories. */
    private static void addGain(String node, double[] gain) {
        int feature = node.indexOf("[f");
        int amount = node.indexOf(",gain=");
        if (feature < 0 || amount < 0) {
            return;
        }
        int end = feature + 2;
        while (Character.isDigit(node.charAt(end))) {
            end++;
        }
        int last = node.indexOf(',', amount + 6);
        gain[Integer.parseInt(node, feature + 2, end, 10)] +=
                Double.parseDouble(node.substring(amount + 6, last < 0 ? node.length() : last));
    }

    /** Shares of the total gain; a block of indicators is one column here and shares it evenly. */
    private static double[] importance(Features fitted, Encoding encoding, double[] gain) {
        double total = Math.max(Double.MIN_NORMAL, Arrays.stream(gain).sum());
        double[] importance = new double[fitted.width()];
        List<Block> blocks = fitted.blocks();
        int column = 0;
        for (int block = 0; block < blocks.size(); block++) {
            int width = blocks.get(block).width();
            boolean shared = isShared(encoding, blocks, block);
            for (int part = 0; part < width; part++) {
                int first = encoding.firsts()[block];
                importance[column++] = (shared ? gain[first] / width : gain[first + part]) / total;
            }
        }
        return importance;
    }

    private static boolean isShared(Encoding encoding, List<Block> blocks, int block) {
        int next = block + 1 < blocks.size() ? encoding.firsts()[block + 1] : encoding.width();
        return next - encoding.firsts()[block] < blocks.get(block).width();
    }

    @Override
    protected Predictions predictions(Features features) {
        if (features.rows() == 0) {
            throw new WatertightException("There is no row to predict.", "another split is meant");
        }
        int[] all = IntStream.range(0, features.rows()).toArray();
        try (Matrices matrices = new Matrices()) {
            Booster booster = XGBoost.loadModel(trees);
            try {
                return transposed(booster.predict(matrices.of(encoding, features, all, 1), false, rounds));
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError | IOException failure) {
            throw new WatertightException(
                    "XGBoost could not predict " + features.rows() + " rows: " + failure.getMessage(),
                    "try another learner",
                    failure);
        }
    }

    private Predictions transposed(float[][] byRow) {
        double[][] outputs = new double[byRow[0].length][byRow.length];
        for (int row = 0; row < byRow.length; row++) {
            for (int output = 0; output < outputs.length; output++) {
                outputs[output][row] = byRow[row][output] * leaves.scale() + leaves.shift();
            }
        }
        return new Predictions(outputs, leaves.probabilities());
    }

    @Override
    public long parameters() {
        return nodes;
    }

    @Override
    public double[] importance() {
        return importance.clone();
    }
}
