package io.watertight.ml.algorithm.tree;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns cut into at most 256 bins each, learnt from training rows. Bin 0 is for what is missing. Numbers are cut at quantiles;
 * categories and indicators have a bin a level, the most frequent ones, with one for all others. Immutable; thread-safe.
 */
final class BinnedColumns {

    static final int BINS = 256;

    /** Cuts are found on this many rows, evenly taken: a quantile of them is near enough. */
    private static final int MOST_SORTED = 50_000;

    private static final long MOST_CELLS = 4_000_000_000L;

    private final List<Source> sources;

    /**
     * Where a binned column comes from.
     *
     * @param block its index
     * @param term which column of a sparse block
     * @param cuts values up to which each bin but the last reaches; empty for categories
     * @param known bin by code; empty for numbers
     */
    record Source(int block, int term, double[] cuts, int[] known) {

        boolean isCategory() {
            return known.length > 0;
        }
    }

    private BinnedColumns(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    static BinnedColumns of(Features features, Workers workers) {
        List<Source> plan = new ArrayList<>();
        for (int index = 0; index < features.blocks().size(); index++) {
            Block block = features.blocks().get(index);
            int parts = block instanceof SparseBlock ? block.width() : 1;
            for (int term = 0; term < parts; term++) {
                plan.add(new Source(index, term, new double[0], new int[0]));
            }
        }
        if ((long) plan.size() * features.rows() > MOST_CELLS) {
            throw new WatertightException(
                    "Trees bin every column, and " + plan.size() + " columns of " + features.rows()
                            + " rows are too many.",
                    "choose gradient boosting or a linear model, or select columns first");
        }
        Source[] done = new Source[plan.size()];
        workers.each(done.length, number -> {
            Source source = plan.get(number);
            Block block = features.blocks().get(source.block());
            done[number] = isCoded(block)
                    ? new Source(source.block(), 0, new double[0], levels(block))
                    : new Source(source.block(), source.term(), cuts(values(block, source.term())), new int[0]);
        });
        return new BinnedColumns(Arrays.asList(done));
    }

    private static boolean isCoded(Block block) {
        return block instanceof CategoryBlock || block instanceof IndicatorBlock;
    }

    private static int[] codes(Block block) {
        return block instanceof CategoryBlock category ? category.codes() : ((IndicatorBlock) block).codes();
    }

    private static int[] levels(Block block) {
        int size =
                block instanceof CategoryBlock category ? category.dictionary().size() : block.width();
        int[] counts = new int[size];
        for (int code : codes(block)) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int[] frequent = IntStream.range(0, size)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(code -> code))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] bins = new int[Math.max(1, size)];
        for (int rank = 0; rank < frequent.length; rank++) {
            bins[frequent[rank]] = Math.min(rank + 1, BINS - 1);
        }
        return bins;
    }

    private static double[] values(Block block, int term) {
        if (block instanceof NumberBlock numbers) {
            return numbers.values();
        }
        SparseBlock sparse = (SparseBlock) block;
        double[] values = new double[sparse.rows()];
        for (int row = 0; row < values.length; row++) {
            int place = Arrays.binarySearch(sparse.columns(), sparse.starts()[row], sparse.starts()[row + 1], term);
            values[row] = place < 0 ? 0 : sparse.values()[place];
        }
        return values;
    }

    private static double[] cuts(double[] values) {
        int step = Math.max(1, values.length / MOST_SORTED);
        double[] sorted = new double[(values.length + step - 1) / step];
        int size = 0;
        for (int row = 0; row < values.length; row += step) {
            if (!Double.isNaN(values[row])) {
                sorted[size++] = values[row];
            }
        }
        Arrays.sort(sorted, 0, size);
        int different = size == 0 ? 0 : 1;
        for (int place = 1; place < size; place++) {
            different += sorted[place] > sorted[place - 1] ? 1 : 0;
        }
        double[] cuts = new double[BINS - 2];
        int count = 0;
        int taken = 0;
        for (int place = 1; place < size && count < cuts.length; place++) {
            if (sorted[place] > sorted[place - 1]) {
                // All values apart when there are few of them, else a cut each time a quantile is passed.
                boolean due = different <= BINS - 1 || (long) place * (BINS - 1) / size > taken;
                if (due) {
                    taken = (int) ((long) place * (BINS - 1) / size);
                    double middle = sorted[place - 1] / 2 + sorted[place] / 2;
                    cuts[count++] = middle < sorted[place] && middle >= sorted[place - 1] ? middle : sorted[place - 1];
                }
            }
        }
        return Arrays.copyOf(cuts, count);
    }

    int count() {
        return sources.size();
    }

    Source source(int column) {
        return sources.get(column);
    }

    /** Bins by column and row. */
    byte[][] bins(Features features, Workers workers) {
        byte[][] bins = new byte[sources.size()][];
        workers.each(bins.length, column -> bins[column] = bins(features, sources.get(column)));
        return bins;
    }

    private static byte[] bins(Features features, Source source) {
        Block block = features.blocks().get(source.block());
        byte[] bins = new byte[features.rows()];
        if (source.isCategory()) {
            int[] codes = codes(block);
            for (int row = 0; row < bins.length; row++) {
                int code = codes[row];
                bins[row] = (byte) (code < 0 || code >= source.known().length ? 0 : source.known()[code]);
            }
            return bins;
        }
        double[] values = values(block, source.term());
        double[] cuts = source.cuts();
        for (int row = 0; row < bins.length; row++) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                int low = 0;
                int high = cuts.length;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (value <= cuts[middle]) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                bins[row] = (byte) (low + 1);
            }
        }
        return bins;
    }

    /** Importance by binned column as importance by the columns of the features; a block of indicators shares its own evenly. */
    double[] spread(double[] gain, Features fitted) {
        double total = Math.max(Double.MIN_NORMAL, Arrays.stream(gain).sum());
        double[] result = new double[fitted.width()];
        int[] firsts = new int[fitted.blocks().size() + 1];
        for (int block = 0; block < fitted.blocks().size(); block++) {
            firsts[block + 1] = firsts[block] + fitted.blocks().get(block).width();
        }
        for (int column = 0; column < gain.length; column++) {
            Source source = sources.get(column);
            int first = firsts[source.block()];
            if (source.isCategory()) {
                int width = firsts[source.block() + 1] - first;
                for (int part = 0; part < width; part++) {
                    result[first + part] = gain[column] / total / width;
                }
            } else {
                result[first + source.term()] = gain[column] / total;
            }
        }
        return result;
    }
}
