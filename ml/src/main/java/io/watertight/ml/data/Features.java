package io.watertight.ml.data;

import java.util.List;
import java.util.Optional;

/**
 * The features of some rows, block by block. Immutable by contract; thread-safe. It carries no target and no row ids: nothing can be
 * fitted on it.
 *
 * @param rows number of rows, also when there is no block
 * @param blocks with different names, of this many rows each
 */
public record Features(int rows, List<Block> blocks) {

    public Features {
        blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            if (block.rows() != rows) {
                throw new IllegalArgumentException(
                        "block '" + block.name() + "' has " + block.rows() + " rows, not " + rows);
            }
        }
    }

    /** Numbers an algorithm sees for each row. */
    public int width() {
        return blocks.stream().mapToInt(Block::width).sum();
    }

    public Optional<Block> find(String name) {
        return blocks.stream().filter(block -> block.name().equals(name)).findFirst();
    }

    /** Names of the single columns, {@link #width()} of them, in the order of the blocks. */
    public List<String> columnNames() {
        return blocks.stream()
                .flatMap(block ->
                        java.util.stream.IntStream.range(0, block.width()).mapToObj(block::columnName))
                .toList();
    }

    /** These rows, in this order. */
    public Features gather(int[] chosen) {
        return new Features(
                chosen.length,
                blocks.stream().map(block -> block.gather(chosen)).toList());
    }
}
