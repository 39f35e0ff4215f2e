package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FittedTransformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Keeps some of the single columns. Blocks it was not told of are passed on.
 *
 * @param kept by block name: columns of the block that stay, ascending
 * @param notes for people
 */
record ColumnSubset(Map<String, int[]> kept, List<String> notes) implements FittedTransformer {

    /**
     * Keeps the columns that are marked.
     *
     * @param training blocks as the columns are counted
     * @param wanted one a column; columns of categories, which have no numbers, always stay
     */
    static ColumnSubset of(Features training, boolean[] wanted, String why) {
        Map<String, int[]> kept = new HashMap<>();
        int offset = 0;
        int stay = 0;
        for (Block block : training.blocks()) {
            int start = offset;
            int[] columns = IntStream.range(0, block.width())
                    .filter(column -> block instanceof CategoryBlock || wanted[start + column])
                    .toArray();
            if (columns.length < block.width()) {
                kept.put(block.name(), columns);
            }
            offset += block.width();
            stay += columns.length;
        }
        return new ColumnSubset(Map.copyOf(kept), List.of(why + ": " + stay + " of " + offset + " columns stay."));
    }

    @Override
    public Features apply(Features features) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : features.blocks()) {
            int[] columns = kept.get(block.name());
            if (columns == null) {
                blocks.add(block);
            } else if (columns.length > 0) {
                blocks.add(subset(block, columns));
            }
        }
        return new Features(features.rows(), blocks);
    }

    private static Block subset(Block block, int[] columns) {
        if (block instanceof NumberBlock || block instanceof CategoryBlock) {
            return block;
        }
        int[] place = new int[block.width()];
        Arrays.fill(place, -1);
        for (int index = 0; index < columns.length; index++) {
            place[columns[index]] = index;
        }
        return block instanceof IndicatorBlock indicators
                ? indicators(indicators, columns, place)
                : sparse((SparseBlock) block, columns, place);
    }

    private static Block indicators(IndicatorBlock block, int[] columns, int[] place) {
        int[] codes = new int[block.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = block.codes()[row] < 0 ? -1 : place[block.codes()[row]];
        }
        return new IndicatorBlock(block.name(), codes, names(block.levels(), columns));
    }

    private static Block sparse(SparseBlock block, int[] columns, int[] place) {
        int[] starts = new int[block.rows() + 1];
        int[] taken = new int[block.values().length];
        double[] values = new double[taken.length];
        int count = 0;
        for (int row = 0; row < block.rows(); row++) {
            for (int entry = block.starts()[row]; entry < block.starts()[row + 1]; entry++) {
                int column = place[block.columns()[entry]];
                if (column >= 0) {
                    taken[count] = column;
                    values[count++] = block.values()[entry];
                }
            }
            starts[row + 1] = count;
        }
        return new SparseBlock(
                block.name(),
                names(block.terms(), columns),
                starts,
                Arrays.copyOf(taken, count),
                Arrays.copyOf(values, count));
    }

    private static List<String> names(List<String> all, int[] columns) {
        return Arrays.stream(columns).mapToObj(all::get).toList();
    }
}
