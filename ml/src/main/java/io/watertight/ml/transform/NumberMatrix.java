package io.watertight.ml.transform;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of numbers by name. Stateless; thread-safe. */
final class NumberMatrix {

    private NumberMatrix() {}

    /** Names of the blocks of numbers that are chosen. */
    static List<String> names(Features training, Columns columns) {
        return training.blocks().stream()
                .filter(block -> block instanceof NumberBlock && columns.take(block))
                .map(Block::name)
                .toList();
    }

    static double[] column(Features features, String name) {
        return of(features, List.of(name))[0];
    }

    /**
     * The columns as they are held, not to be written to.
     *
     * @return columns x rows
     * @throws WatertightException if one is absent or no number
     */
    static double[][] of(Features features, List<String> names) {
        Map<String, Block> blocks = new HashMap<>();
        features.blocks().forEach(block -> blocks.put(block.name(), block));
        double[][] matrix = new double[names.size()][];
        for (int column = 0; column < matrix.length; column++) {
            if (!(blocks.get(names.get(column)) instanceof NumberBlock numbers)) {
                throw new WatertightException(
                        "These rows have no column of numbers called '" + names.get(column)
                                + "', which was learnt from.",
                        "the rows come from another table");
            }
            matrix[column] = numbers.values();
        }
        return matrix;
    }
}
