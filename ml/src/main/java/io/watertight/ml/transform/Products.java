package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FittedTransformer;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds powers and products of numbers beside them. A product with a missing factor is missing. It learns which columns there are, and
 * nothing from their values. Immutable; thread-safe.
 */
public final class Products extends Transformer {

    private final Columns columns;
    private final int degree;
    private final boolean interactionsOnly;

    private Products(Columns columns, int degree, boolean interactionsOnly) {
        this.columns = columns;
        this.degree = degree;
        this.interactionsOnly = interactionsOnly;
    }

    /**
     * All products of at most that many factors, of one column (powers) or several.
     *
     * @param degree 2 or 3: the number of columns grows with its power
     */
    public static Products polynomial(Columns columns, int degree) {
        if (degree < 2 || degree > 3) {
            throw new IllegalArgumentException("polynomials are of degree 2 or 3, not " + degree);
        }
        return new Products(columns, degree, false);
    }

    /** Products of two different columns. */
    public static Products interactions(Columns columns) {
        return new Products(columns, 2, true);
    }

    @Override
    public String name() {
        return interactionsOnly ? "interactions" : "polynomial of degree " + degree;
    }

    @Override
    protected Learnt learn(TrainingSet training, FitContext context) {
        List<String> names = NumberMatrix.names(training.features(), columns);
        List<List<String>> products = new ArrayList<>();
        extend(List.of(), 0, names, products);
        return alike(training, new Multiplied(List.copyOf(products)));
    }

    private void extend(List<String> factors, int from, List<String> names, List<List<String>> products) {
        if (factors.size() >= 2) {
            products.add(factors);
        }
        if (factors.size() < degree) {
            for (int index = from; index < names.size(); index++) {
                List<String> longer = new ArrayList<>(factors);
                longer.add(names.get(index));
                extend(List.copyOf(longer), interactionsOnly ? index + 1 : index, names, products);
            }
        }
    }

    private record Multiplied(List<List<String>> products) implements FittedTransformer {
        @Override
        public Features apply(Features features) {
            List<Block> blocks = new ArrayList<>(features.blocks());
            for (List<String> factors : products) {
                double[] values = NumberMatrix.column(features, factors.get(0)).clone();
                for (String factor : factors.subList(1, factors.size())) {
                    double[] other = NumberMatrix.column(features, factor);
                    for (int row = 0; row < values.length; row++) {
                        values[row] *= other[row];
                    }
                }
                blocks.add(NumberBlock.of(String.join(" × ", factors), values));
            }
            return new Features(features.rows(), blocks);
        }

        @Override
        public Map<String, List<String>> sources() {
            Map<String, List<String>> sources = new HashMap<>();
            products.forEach(factors -> sources.put(String.join(" × ", factors), factors));
            return sources;
        }
    }
}
