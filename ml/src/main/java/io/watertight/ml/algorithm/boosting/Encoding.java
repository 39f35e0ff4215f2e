package io.watertight.ml.algorithm.boosting;

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
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Blocks as the floats XGBoost takes. A number keeps its value, moved to a middle of the training rows where a float would not resolve
 * it; a category is a column of codes of its own type, not an indicator a level. Learnt from training rows; immutable.
 *
 * @param middles by block: what to take off its numbers
 * @param levels by block: where its codes go, -1 for one that the training rows do not have; empty for other blocks
 * @param types by native column: {@code q} for numbers, {@code c} for categories
 * @param firsts by block: its first native column
 */
record Encoding(double[] middles, List<int[]> levels, String[] types, int[] firsts) {

    /** XGBoost rejects infinity, and its histograms double the largest value. */
    private static final double LARGEST = 1e37;

    /** Up to here a float resolves a sixteenth. */
    private static final double EXACT = 1 << 20;

    /** Levels of one column that are told apart, the most frequent ones; others are taken together. */
    private static final int MOST_LEVELS = 400;

    /** Rows of a matrix that are filled at once, whatever the number of threads. */
    private static final int SLICE = 4096;

    static Encoding of(Features features) {
        List<Block> blocks = features.blocks();
        double[] middles = new double[blocks.size()];
        List<int[]> levels = new ArrayList<>();
        List<String> types = new ArrayList<>();
        int[] firsts = new int[blocks.size()];
        for (int index = 0; index < blocks.size(); index++) {
            Block block = blocks.get(index);
            firsts[index] = types.size();
            int[] known = new int[0];
            if (block instanceof NumberBlock numbers) {
                middles[index] = middle(numbers.values());
                types.add("q");
            } else if (block instanceof CategoryBlock category) {
                known = byFrequency(category.codes(), category.dictionary().size());
                types.add("c");
            } else if (block instanceof IndicatorBlock indicators) {
                known = byFrequency(indicators.codes(), indicators.levels().size());
                types.add("c");
            } else {
                types.addAll(java.util.Collections.nCopies(block.width(), "q"));
            }
            levels.add(known);
        }
        return new Encoding(middles, levels, types.toArray(String[]::new), firsts);
    }

    /** The median where a value is large, else 0. Not the middle of the range, which one sentinel value would move. */
    private static double middle(double[] values) {
        boolean large = false;
        for (double value : values) {
            large |= Math.abs(value) > EXACT;
        }
        if (!large) {
            return 0;
        }
        double[] finite = Arrays.stream(values)
                .filter(value -> Math.abs(value) <= LARGEST)
                .sorted()
                .toArray();
        return finite.length == 0 ? 0 : finite[finite.length / 2];
    }

    /** Codes from 0, the most frequent first; ties by the code. */
    private static int[] byFrequency(int[] codes, int size) {
        long[] counts = new long[size];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int[] sorted = IntStream.range(0, size)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(code -> -counts[code]).thenComparing(code -> code))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[size];
        Arrays.fill(ranks, -1);
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = Math.min(rank, MOST_LEVELS);
        }
        return ranks;
    }

    int width() {
        return types.length;
    }

    /** A native matrix of these rows; whoever asks for it has to dispose of it. */
    DMatrix matrix(Features features, int[] rows, int threads) throws XGBoostError {
        boolean sparse = features.blocks().stream().anyMatch(SparseBlock.class::isInstance);
        DMatrix matrix = sparse ? compressed(features, rows) : dense(features, rows, threads);
        matrix.setFeatureTypes(types);
        return matrix;
    }

    private DMatrix dense(Features features, int[] rows, int threads) throws XGBoostError {
        long cells = (long) rows.length * width();
        if (cells > Integer.MAX_VALUE - 8) {
            throw new WatertightException(
                    "Gradient boosting of " + rows.length + " rows and " + width() + " columns needs " + cells
                            + " cells in one array.",
                    "learn from a sample of the rows");
        }
        int width = width();
        float[] values = new float[(int) cells];
        try (Workers workers = new Workers(threads)) {
            workers.each((rows.length + SLICE - 1) / SLICE, slice -> {
                int from = slice * SLICE;
                int to = Math.min(rows.length, from + SLICE);
                for (int block = 0; block < firsts.length; block++) {
                    fill(features.blocks().get(block), block, rows, from, to, values, width);
                }
            });
        }
        return new DMatrix(values, rows.length, width, Float.NaN);
    }

    private void fill(Block block, int index, int[] rows, int from, int to, float[] values, int width) {
        int first = firsts[index];
        if (block instanceof NumberBlock numbers) {
            double[] source = numbers.values();
            double middle = middles[index];
            for (int row = from; row < to; row++) {
                values[row * width + first] = number(source[rows[row]] - middle);
            }
            return;
        }
        int[] codes = codes(block);
        int[] known = levels.get(index);
        for (int row = from; row < to; row++) {
            values[row * width + first] = category(codes[rows[row]], known);
        }
    }

    private static int[] codes(Block block) {
        return block instanceof CategoryBlock category ? category.codes() : ((IndicatorBlock) block).codes();
    }

    private static float number(double value) {
        return (float) Math.max(-LARGEST, Math.min(LARGEST, value));
    }

    private static float category(int code, int[] known) {
        return code < 0 || code >= known.length || known[code] < 0 ? Float.NaN : known[code];
    }

    private DMatrix compressed(Features features, int[] rows) throws XGBoostError {
        long[] starts = new long[rows.length + 1];
        int size = 0;
        int[] columns = new int[Math.max(16, rows.length * 8)];
        float[] values = new float[columns.length];
        for (int index = 0; index < rows.length; index++) {
            int row = rows[index];
            for (int block = 0; block < firsts.length; block++) {
                Block source = features.blocks().get(block);
                int most = source instanceof SparseBlock text ? text.starts()[row + 1] - text.starts()[row] : 1;
                if (size + most > columns.length) {
                    int larger = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * columns.length + most);
                    columns = Arrays.copyOf(columns, larger);
                    values = Arrays.copyOf(values, larger);
                }
                if (source instanceof SparseBlock text) {
                    for (int entry = text.starts()[row]; entry < text.starts()[row + 1]; entry++) {
                        columns[size] = firsts[block] + text.columns()[entry];
                        values[size++] = number(text.values()[entry]);
                    }
                    continue;
                }
                float value = source instanceof NumberBlock numbers
                        ? number(numbers.values()[row] - middles[block])
                        : category(codes(source)[row], levels.get(block));
                if (!Float.isNaN(value)) {
                    columns[size] = firsts[block];
                    values[size++] = value;
                }
            }
            starts[index + 1] = size;
        }
        return new DMatrix(
                starts,
                Arrays.copyOf(columns, size),
                Arrays.copyOf(values, size),
                DMatrix.SparseType.CSR,
                width(),
                Float.NaN,
                0);
    }
}
