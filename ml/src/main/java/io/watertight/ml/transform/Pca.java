package io.watertight.ml.transform;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FittedTransformer;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts principal components in the place of columns of numbers, which are centred but not scaled: scale them first where units differ.
 * The largest loading of a component is positive, so that signs do not depend on the arithmetic. Immutable; thread-safe.
 */
public final class Pca extends Transformer {

    private final Columns columns;
    private final int components;

    /**
     * A number of components.
     *
     * @param components at most; there are never more than columns, or than rows less one
     */
    public Pca(Columns columns, int components) {
        if (components < 1) {
            throw new IllegalArgumentException("there is at least one component, not " + components);
        }
        this.columns = columns;
        this.components = components;
    }

    @Override
    public String name() {
        return "principal components";
    }

    @Override
    protected Learnt learn(TrainingSet training, FitContext context) {
        List<String> names = NumberMatrix.names(training.features(), columns);
        double[][] matrix = NumberMatrix.of(training.features(), names);
        double[] means = new double[matrix.length];
        double[][] centred = new double[matrix.length][training.rows()];
        for (int column = 0; column < matrix.length; column++) {
            if (Numbers.anyMissing(matrix[column])) {
                throw new WatertightException(
                        "Principal components need numbers in every row, and '" + names.get(column)
                                + "' has missing ones.",
                        "impute it in an earlier step");
            }
            means[column] = Numbers.mean(matrix[column]);
            for (int row = 0; row < training.rows(); row++) {
                centred[column][row] = matrix[column][row] - means[column];
            }
        }
        double[][] loadings = names.isEmpty() ? new double[0][] : PrincipalAxes.of(centred, components, context.seed());
        return alike(training, new Projection(names, means, loadings));
    }

    /**
     * What was learnt.
     *
     * @param loadings components x columns
     */
    private record Projection(List<String> names, double[] means, double[][] loadings) implements FittedTransformer {

        private static String title(int component) {
            return "PCA " + (component + 1);
        }

        @Override
        public Features apply(Features features) {
            double[][] matrix = NumberMatrix.of(features, names);
            Set<String> replaced = new HashSet<>(names);
            List<Block> blocks = new ArrayList<>();
            for (Block block : features.blocks()) {
                if (!replaced.contains(block.name())) {
                    blocks.add(block);
                }
            }
            for (int component = 0; component < loadings.length; component++) {
                double[] values = new double[features.rows()];
                for (int column = 0; column < matrix.length; column++) {
                    double loading = loadings[component][column];
                    double mean = means[column];
                    double[] source = matrix[column];
                    for (int row = 0; row < values.length; row++) {
                        values[row] += loading * (source[row] - mean);
                    }
                }
                blocks.add(NumberBlock.of(title(component), values));
            }
            return new Features(features.rows(), blocks);
        }

        @Override
        public Map<String, List<String>> sources() {
            Map<String, List<String>> sources = new HashMap<>();
            for (int component = 0; component < loadings.length; component++) {
                sources.put(title(component), names);
            }
            return sources;
        }
    }
}
