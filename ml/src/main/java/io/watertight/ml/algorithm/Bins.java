package io.watertight.ml.algorithm;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.Arrays;

/**
 * Cuts one column into bins. Bin 0 holds missing values and values the training rows do not have. Immutable by contract; thread-safe.
 *
 * @param cuts upper bounds of the bins of a number but the last, ascending
 * @param known bin by code of a category
 * @param term which of several sparse columns
 */
record Bins(double[] cuts, int[] known, int term) {

    private static final int MOST = 32;

    static Bins none() {
        return new Bins(new double[0], new int[0], -1);
    }

    /** Zero and missing, or not. */
    static Bins ofTerm(int term) {
        return new Bins(new double[0], new int[0], term);
    }

    static Bins of(Block block) {
        if (block instanceof NumberBlock numbers) {
            return new Bins(cuts(numbers.values()), new int[0], -1);
        }
        int[] codes = rawCodes(block);
        int size =
                block instanceof CategoryBlock category ? category.dictionary().size() : block.width();
        int[] known = new int[size];
        int next = 1;
        for (int code : codes) {
            if (code >= 0 && known[code] == 0) {
                known[code] = next++;
            }
        }
        return new Bins(new double[0], known, -1);
    }

    /** Middles between different neighbours at the quantiles, fewer bins when there are few rows. */
    private static double[] cuts(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int bins = Math.max(2, Math.min(MOST, (int) Math.sqrt(sorted.length) / 2));
        double[] cuts = new double[bins - 1];
        int size = 0;
        for (int bin = 1; bin < bins && sorted.length > 0; bin++) {
            int place = (int) ((long) bin * sorted.length / bins);
            // The next place where the value changes, so that a frequent value does not swallow its neighbours' cut.
            while (place > 0 && place < sorted.length && sorted[place] == sorted[place - 1]) {
                place++;
            }
            if (place == 0 || place >= sorted.length) {
                continue;
            }
            double cut = sorted[place - 1] / 2 + sorted[place] / 2;
            cut = cut >= sorted[place] || Double.isNaN(cut) ? sorted[place - 1] : cut;
            if (size == 0 || cut > cuts[size - 1]) {
                cuts[size++] = cut;
            }
        }
        return Arrays.copyOf(cuts, size);
    }

    int count() {
        if (term >= 0) {
            return 2;
        }
        return known.length > 0 ? Arrays.stream(known).max().orElse(0) + 1 : cuts.length + 2;
    }

    /** The bin of each row. */
    int[] codes(Block block) {
        int[] result = new int[block.rows()];
        if (block instanceof NumberBlock numbers) {
            for (int row = 0; row < result.length; row++) {
                double value = numbers.values()[row];
                if (!Double.isNaN(value)) {
                    int place = Arrays.binarySearch(cuts, value);
                    result[row] = 1 + (place < 0 ? -place - 1 : place);
                }
            }
        } else if (block instanceof SparseBlock sparse) {
            for (int row = 0; row < result.length; row++) {
                for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                    if (sparse.columns()[entry] == term && sparse.values()[entry] != 0) {
                        result[row] = 1;
                    }
                }
            }
        } else {
            int[] codes = rawCodes(block);
            for (int row = 0; row < result.length; row++) {
                result[row] = codes[row] < 0 || codes[row] >= known.length ? 0 : known[codes[row]];
            }
        }
        return result;
    }

    private static int[] rawCodes(Block block) {
        return block instanceof CategoryBlock category ? category.codes() : ((IndicatorBlock) block).codes();
    }
}
