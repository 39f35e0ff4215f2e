package io.watertight.ml.algorithm.neighbour;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Squared Euclidean distances to a fixed set of rows, in single precision. Columns of numbers are moved by their mean and all are divided
 * by one number, which changes no order. Rows lie in stretches, column by column, so that one instruction handles several rows;
 * indicators are compared as codes. What comes out for a pair of rows does not depend on any other row. Immutable; thread-safe.
 */
public final class Distances {

    /** Rows of a stretch: small enough for its columns to stay in the cache. */
    public static final int STRETCH = 512;

    private final int rows;
    private final double[] centers;
    private final double unit;
    private final float[][] stretches;
    private final List<int[]> codes = new ArrayList<>();
    private final List<SparseBlock> sparse = new ArrayList<>();
    private final float[] constants;
    private final int numbers;

    /**
     * Rows in the form in which distances from them are measured.
     *
     * @param numbers by column and row
     * @param codes by indicator block and row
     * @param sparse blocks
     * @param constants by row: how many indicators are set, plus the squared length of its sparse part
     */
    public record Queries(float[][] numbers, List<int[]> codes, List<SparseBlock> sparse, float[] constants) {}

    public Distances(Features features) {
        this.rows = features.rows();
        List<double[]> columns = numbers(features);
        this.numbers = columns.size();
        this.centers = new double[numbers];
        double most = 0;
        for (double[] values : columns) {
            for (double value : values) {
                most = Math.max(most, Math.abs(value));
            }
        }
        double size = most == 0 ? 1 : most;
        double spread = 0;
        for (int column = 0; column < numbers; column++) {
            double mean = 0;
            for (double value : columns.get(column)) {
                mean += value / size / rows;
            }
            centers[column] = mean * size;
            for (double value : columns.get(column)) {
                spread = Math.max(spread, Math.abs(value / size - mean));
            }
        }
        // Only sizes at which squares leave a float's range are divided: indicators have to keep their weight.
        double widest = spread * size;
        this.unit = widest > 1e15 ? widest / 1e15 : 1;
        this.stretches = new float[(rows + STRETCH - 1) / STRETCH][];
        this.constants = lay(features);
    }

    private Distances(Features features, double[] centers, double unit) {
        this.rows = features.rows();
        this.numbers = centers.length;
        this.centers = centers;
        this.unit = unit;
        this.stretches = new float[(rows + STRETCH - 1) / STRETCH][];
        this.constants = lay(features);
    }

    /** Distances to other rows, in the same unit and from the same centres. */
    public Distances to(Features others) {
        return new Distances(others, centers, unit);
    }

    /** What all numbers are divided by: 1 unless they are huge. */
    public double unit() {
        return unit;
    }

    private float[] lay(Features features) {
        Queries own = queries(features);
        codes.addAll(own.codes());
        sparse.addAll(own.sparse());
        for (int stretch = 0; stretch < stretches.length; stretch++) {
            int from = stretch * STRETCH;
            float[] packed = new float[STRETCH * numbers];
            for (int column = 0; column < numbers; column++) {
                System.arraycopy(own.numbers()[column], from, packed, column * STRETCH, Math.min(STRETCH, rows - from));
            }
            stretches[stretch] = packed;
        }
        return own.constants();
    }

    private static List<double[]> numbers(Features features) {
        List<double[]> columns = new ArrayList<>();
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock number) {
                columns.add(number.values());
            }
        }
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int stretches() {
        return stretches.length;
    }

    /** Other rows, or the same, to be measured from. */
    public Queries queries(Features features) {
        List<double[]> columns = numbers(features);
        float[][] scaled = new float[numbers][features.rows()];
        for (int column = 0; column < numbers; column++) {
            double[] values = columns.get(column);
            for (int row = 0; row < values.length; row++) {
                scaled[column][row] = (float) (values[row] / unit - centers[column] / unit);
            }
        }
        List<int[]> coded = new ArrayList<>();
        List<SparseBlock> texts = new ArrayList<>();
        float[] own = new float[features.rows()];
        float share = (float) (1 / unit / unit);
        for (Block block : features.blocks()) {
            if (block instanceof IndicatorBlock indicator) {
                coded.add(indicator.codes());
                for (int row = 0; row < own.length; row++) {
                    own[row] += indicator.codes()[row] < 0 ? 0 : share;
                }
            } else if (block instanceof SparseBlock text) {
                texts.add(text);
                for (int row = 0; row < own.length; row++) {
                    for (int entry = text.starts()[row]; entry < text.starts()[row + 1]; entry++) {
                        own[row] += (float) (text.values()[entry] * text.values()[entry]) * share;
                    }
                }
            }
        }
        return new Queries(scaled, coded, texts, own);
    }

    /**
     * Measures from one row to a stretch.
     *
     * @param into {@link #STRETCH} distances; those past the last row mean nothing
     * @param scratch of the same length, written over
     */
    public void measure(Queries queries, int query, int stretch, float[] into, int[] scratch) {
        Arrays.fill(into, 0);
        float[] packed = stretches[stretch];
        int column = 0;
        for (; column + 3 < numbers; column += 4) {
            addFour(
                    packed,
                    column * STRETCH,
                    queries.numbers[column][query],
                    queries.numbers[column + 1][query],
                    queries.numbers[column + 2][query],
                    queries.numbers[column + 3][query],
                    into);
        }
        for (; column < numbers; column++) {
            addOne(packed, column * STRETCH, queries.numbers[column][query], into);
        }
        if (!codes.isEmpty() || !sparse.isEmpty()) {
            addOthers(queries, query, stretch * STRETCH, into, scratch);
        }
    }

    private static void addFour(float[] packed, int start, float a, float b, float c, float d, float[] into) {
        for (int row = 0; row < STRETCH; row++) {
            float first = a - packed[start + row];
            float second = b - packed[start + STRETCH + row];
            float third = c - packed[start + 2 * STRETCH + row];
            float fourth = d - packed[start + 3 * STRETCH + row];
            into[row] += first * first + second * second + third * third + fourth * fourth;
        }
    }

    private static void addOne(float[] packed, int start, float a, float[] into) {
        for (int row = 0; row < STRETCH; row++) {
            float difference = a - packed[start + row];
            into[row] += difference * difference;
        }
    }

    /** Set indicators of both rows, less twice those they share. */
    private void addOthers(Queries queries, int query, int from, float[] into, int[] scratch) {
        int count = Math.min(STRETCH, rows - from);
        float share = (float) (1 / unit / unit);
        Arrays.fill(scratch, 0);
        int asked = 0;
        for (int block = 0; block < codes.size(); block++) {
            int code = queries.codes.get(block)[query];
            if (code >= 0) {
                asked++;
                addDifferences(codes.get(block), from, count, code, scratch);
            }
        }
        float own = queries.constants[query];
        for (int row = 0; row < count; row++) {
            into[row] += own + constants[from + row] - 2 * share * (asked - scratch[row]);
        }
        for (int block = 0; block < sparse.size(); block++) {
            addSparse(queries.sparse.get(block), query, sparse.get(block), from, count, share, into);
        }
    }

    /** Adds 1 where codes differ, without a branch. */
    private static void addDifferences(int[] codes, int from, int count, int code, int[] into) {
        for (int row = 0; row < count; row++) {
            int difference = codes[from + row] ^ code;
            into[row] += (difference | -difference) >>> 31;
        }
    }

    private static void addSparse(
            SparseBlock left, int query, SparseBlock right, int from, int count, float share, float[] into) {
        for (int row = 0; row < count; row++) {
            int here = left.starts()[query];
            int there = right.starts()[from + row];
            int last = left.starts()[query + 1];
            int end = right.starts()[from + row + 1];
            double product = 0;
            while (here < last && there < end) {
                int order = left.columns()[here] - right.columns()[there];
                if (order == 0) {
                    product += left.values()[here] * right.values()[there];
                }
                here += order <= 0 ? 1 : 0;
                there += order >= 0 ? 1 : 0;
            }
            into[row] = Math.max(0, into[row] - (float) (2 * product) * share);
        }
    }
}
