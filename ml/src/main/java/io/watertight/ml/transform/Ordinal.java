package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rank of a level as a number, from 0. A missing value stays missing; a level without a rank becomes -1. Immutable; thread-safe.
 */
public final class Ordinal extends Blockwise {

    private static final double UNKNOWN = -1;

    private final List<String> order;

    private Ordinal(Columns columns, List<String> order) {
        super(columns);
        this.order = order;
    }

    /** Levels in the order of how often training rows have them, the most frequent first; of several, by spelling. */
    public static Ordinal byFrequency(Columns columns) {
        return new Ordinal(columns, List.of());
    }

    /**
     * Levels in the order that people give them: small, medium, large.
     *
     * @param order different words, at least one
     */
    public static Ordinal inOrder(Columns columns, List<String> order) {
        if (order.isEmpty()) {
            throw new IllegalArgumentException("an order needs at least one level");
        }
        return new Ordinal(columns, List.copyOf(order));
    }

    @Override
    public String name() {
        return "ordinal encoding";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof CategoryBlock categories
                ? Optional.of(
                        Piece.alike(block, new Ranks(order.isEmpty() ? byFrequency(categories) : new Levels(order))))
                : Optional.empty();
    }

    private static Levels byFrequency(CategoryBlock block) {
        int[] counts = LevelCounts.of(block).counts();
        return new Levels(IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(block.dictionary()::get))
                .map(block.dictionary()::get)
                .toList());
    }

    private record Ranks(Levels levels) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            int[] ranks = levels.ofRows((CategoryBlock) block);
            double[] numbers = new double[ranks.length];
            Arrays.setAll(numbers, row -> switch (ranks[row]) {
                case Levels.MISSING -> Double.NaN;
                case Levels.UNSEEN -> UNKNOWN;
                default -> ranks[row];
            });
            return List.of(NumberBlock.of(block.name(), numbers));
        }
    }
}
