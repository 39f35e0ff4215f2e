package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Numbers as indicators of the bin they lie in. A bin holds its upper edge; the outer bins have no end. A missing value sets none.
 * Immutable; thread-safe.
 */
public final class Bins extends Blockwise {

    private final int bins;
    private final boolean equalCounts;

    private Bins(Columns columns, int bins, boolean equalCounts) {
        super(columns);
        if (bins < 2) {
            throw new IllegalArgumentException("binning needs at least 2 bins, not " + bins);
        }
        this.bins = bins;
        this.equalCounts = equalCounts;
    }

    /** About as many training rows in each; fewer bins where values repeat. */
    public static Bins ofEqualCounts(Columns columns, int bins) {
        return new Bins(columns, bins, true);
    }

    /** Equally wide from the smallest to the largest training value. */
    public static Bins ofEqualWidths(Columns columns, int bins) {
        return new Bins(columns, bins, false);
    }

    @Override
    public String name() {
        return "binning";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof NumberBlock numbers
                ? Optional.of(Piece.alike(block, new Binning(edges(Numbers.present(numbers.values())))))
                : Optional.empty();
    }

    private double[] edges(double[] present) {
        Arrays.sort(present);
        if (present.length == 0) {
            return present;
        }
        double least = present[0];
        double most = present[present.length - 1];
        return IntStream.range(1, bins)
                .mapToDouble(bin -> equalCounts
                        ? Numbers.quantile(present, (double) bin / bins)
                        : least + (most - least) * bin / bins)
                .filter(edge -> edge < most)
                .distinct()
                .toArray();
    }

    /** The bin of a number: how many edges lie below it. */
    static int bin(double value, double[] edges) {
        int place = Arrays.binarySearch(edges, value);
        return place >= 0 ? place : -place - 1;
    }

    private record Binning(double[] edges, List<String> names) implements Mapping {

        Binning(double[] edges) {
            this(edges, names(edges));
        }

        private static List<String> names(double[] edges) {
            List<String> names = new ArrayList<>();
            for (int bin = 0; bin <= edges.length; bin++) {
                String from = bin == 0 ? "" : "over " + edges[bin - 1];
                String to = bin == edges.length ? "" : "up to " + edges[bin];
                names.add(bin == 0 && edges.length == 0 ? "any" : (from + " " + to).strip());
            }
            return names;
        }

        @Override
        public List<Block> apply(Block block) {
            double[] values = ((NumberBlock) block).values();
            int[] codes = new int[values.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = Double.isNaN(values[row]) ? -1 : bin(values[row], edges);
            }
            return List.of(new IndicatorBlock(block.name(), codes, names));
        }
    }
}
