package io.watertight.ml.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The features of some rows, block by block. Immutable by contract; thread-safe. It carries no target and no row ids: nothing can be
 * fitted on it.
 *
 * @param rows number of rows, also when there is no block
 * @param blocks with different names, of this many rows each
 * @param prepared whether they come from a fitted transformer: such rows cannot be split any more, since what changed them has seen
 *     training rows
 */
public record Features(int rows, List<Block> blocks, boolean prepared) {

    public Features {
        blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            if (block.rows() != rows) {
                throw new IllegalArgumentException(
                        "block '" + block.name() + "' has " + block.rows() + " rows, not " + rows);
            }
        }
    }

    /** Rows as they came. */
    public Features(int rows, List<Block> blocks) {
        this(rows, blocks, false);
    }

    /** The same, marked as what a fitted transformer returned. */
    public Features asPrepared() {
        return new Features(rows, blocks, true);
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

    /** The blocks but these; names that are not there are passed over. */
    public Features without(Collection<String> names) {
        Set<String> out = Set.copyOf(names);
        return new Features(
                rows,
                blocks.stream().filter(block -> !out.contains(block.name())).toList(),
                prepared);
    }

    /** These rows, in this order. */
    public Features gather(int[] chosen) {
        return new Features(
                chosen.length,
                blocks.stream().map(block -> block.gather(chosen)).toList(),
                prepared);
    }
}
