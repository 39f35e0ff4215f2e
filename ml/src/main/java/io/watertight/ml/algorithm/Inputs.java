package io.watertight.ml.algorithm;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.List;

/**
 * What a model takes: the blocks it was fitted on.
 *
 * @param names of the blocks, in order
 * @param widths of the blocks
 * @param finite whether every number has to be there
 * @param encoded whether categories have to be encoded before
 */
record Inputs(List<String> names, List<Integer> widths, boolean finite, boolean encoded) {

    static Inputs of(Features features, boolean finite, boolean encoded) {
        return new Inputs(
                features.blocks().stream().map(Block::name).toList(),
                features.blocks().stream().map(Block::width).toList(),
                finite,
                encoded);
    }

    /** @throws WatertightException if these are other blocks, or hold what the algorithm cannot take */
    void require(String algorithm, Features features) {
        if (features.blocks().size() != names.size()) {
            throw new WatertightException(
                    "The " + algorithm + " was fitted on " + names.size() + " columns and is asked about "
                            + features.blocks().size() + ".",
                    "give it the columns " + names);
        }
        for (int index = 0; index < names.size(); index++) {
            Block block = features.blocks().get(index);
            if (!block.name().equals(names.get(index)) || block.width() != widths.get(index)) {
                throw new WatertightException(
                        "The " + algorithm + " was fitted on '" + names.get(index) + "' (" + widths.get(index)
                                + " wide) and is given '" + block.name() + "' (" + block.width()
                                + " wide) in its place.",
                        "give it the columns it was fitted on, in the same order");
            }
            if (encoded && block instanceof CategoryBlock) {
                throw new WatertightException(
                        "The " + algorithm + " takes numbers, and '" + block.name() + "' holds categories.",
                        "encode it first, one-hot say");
            }
            if (finite && block instanceof NumberBlock numbers) {
                requireFinite(algorithm, block.name(), numbers.values());
            }
            if (block instanceof SparseBlock sparse) {
                requireFinite(algorithm, block.name(), sparse.values());
            }
        }
    }

    private static void requireFinite(String algorithm, String name, double[] values) {
        int missing = 0;
        int infinite = 0;
        for (double value : values) {
            missing += Double.isNaN(value) ? 1 : 0;
            infinite += Double.isInfinite(value) ? 1 : 0;
        }
        if (missing + infinite > 0) {
            throw new WatertightException(
                    "The " + algorithm + " needs every number, and '" + name + "' has " + missing + " missing and "
                            + infinite + " infinite ones among " + values.length + ".",
                    "impute them first, or choose gradient boosting or a tree, which take missing values");
        }
    }
}
