package io.watertight.ml.algorithm.formula;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Explains;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fit-free score: a column, or an expression over columns, taken as it is, sign included. For two classes a larger value means the
 * positive class; for numbers it is the prediction. Nothing is fitted, so a split cannot flatter it: when its score falls with a new
 * split, the split changed the test set.
 *
 * <p>Booleans count as 0 and 1. Where the formula has no finite value (a missing cell, a division by zero), the row gets the formula's
 * median in the training rows, since a measure needs a score for every row. Use it without transformers, on the columns as they came.
 */
public final class Formula extends Algorithm {

    private final String text;

    public Formula(String text) {
        this.text = text;
    }

    @Override
    public String name() {
        return "formula " + text;
    }

    @Override
    protected Model train(TrainingSet training, FitContext context) {
        if (training.response().outputs() != 1) {
            throw new WatertightException(
                    "The formula '" + text + "' gives one score a row, and the target has "
                            + training.response().outputs() + " classes or labels.",
                    "give a formula for a target of two classes or a number");
        }
        Features features = training.features();
        Expression expression = features.find(text)
                .<Expression>map(block -> new Expression.Column(text))
                .orElseGet(() -> Parser.parse(text));
        double[] known = Arrays.stream(values(expression, features))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (known.length == 0) {
            throw new WatertightException(
                    "The formula '" + text + "' has no finite value in any of " + training.rows() + " training rows.",
                    "choose another column");
        }
        return new Scored(expression, known[known.length / 2], features);
    }

    private static double[] values(Expression expression, Features features) {
        return expression.values(features.rows(), name -> column(name, features));
    }

    private static double[] column(String name, Features features) {
        Optional<Block> found = features.find(name);
        if (found.isEmpty()) {
            throw new WatertightException(
                    "The formula's column '" + name + "' is not a feature.",
                    "it is one of "
                            + features.blocks().stream().map(Block::name).toList());
        }
        if (found.get() instanceof NumberBlock numbers) {
            return numbers.values();
        }
        if (found.get() instanceof CategoryBlock category
                && List.of("false", "true").containsAll(category.dictionary())) {
            List<String> words = category.dictionary();
            return Arrays.stream(category.codes())
                    .mapToDouble(code -> code < 0 ? Double.NaN : words.get(code).equals("true") ? 1 : 0)
                    .toArray();
        }
        throw new WatertightException(
                "The formula's column '" + name + "' holds no numbers.", "choose a column of numbers or booleans");
    }

    private static final class Scored extends Model implements Explains {

        private final Expression expression;
        private final double otherwise;
        private final double[] importance;

        Scored(Expression expression, double otherwise, Features fitted) {
            this.expression = expression;
            this.otherwise = otherwise;
            Set<String> used = expression.columns();
            this.importance = fitted.columnNames().stream()
                    .mapToDouble(name -> used.contains(name) ? 1 : 0)
                    .toArray();
        }

        @Override
        protected Predictions score(Features features) {
            return Predictions.ofScores(Arrays.stream(values(expression, features))
                    .map(value -> Double.isFinite(value) ? value : otherwise)
                    .toArray());
        }

        @Override
        public long parameters() {
            return 0;
        }

        /** 1 for the columns in the formula. */
        @Override
        public double[] importance() {
            return importance.clone();
        }
    }
}
