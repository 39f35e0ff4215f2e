package io.watertight.ml.algorithm.linear;

import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a linear model with an intercept, for fast products. Numbers are centred and scaled inside, which changes no model (the
 * penalties are scaled along) but keeps digits; indicators and sparse columns stay as they are and are never made dense.
 *
 * <p>Inner columns: the numbers, then the intercept (all ones), then indicators, then sparse columns. Sums over rows are cut into slices
 * by the number of rows alone, so they do not depend on the number of threads. Thread-safe.
 */
final class Design {

    /** Rows whose numbers lie together. */
    private static final int CHUNK = 512;

    private final int rows;
    private final int numbers;
    private final int width;
    private final double[] centers;
    private final double[] scales;
    private final int[] outer;
    private final double[][] panels;
    private final List<Coded> coded = new ArrayList<>();
    private final List<Sparse> sparse = new ArrayList<>();
    private final Workers workers;

    private record Coded(int first, int levels, int[] codes) {}

    private record Sparse(int first, SparseBlock block) {}

    /**
     * Takes blocks of numbers, indicators and sparse columns.
     *
     * @param weights one a row, for centres and scales
     */
    Design(Features features, double[] weights, Workers workers) {
        this.workers = workers;
        this.rows = features.rows();
        List<double[]> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int column = 0;
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock number) {
                columns.add(number.values());
                places.add(column);
            }
            column += block.width();
        }
        this.numbers = columns.size();
        this.width = features.width() + 1;
        this.outer = new int[width];
        for (int number = 0; number < numbers; number++) {
            outer[number] = places.get(number);
        }
        outer[numbers] = features.width();
        int next = numbers + 1;
        for (int kind = 0; kind < 2; kind++) {
            column = 0;
            for (Block block : features.blocks()) {
                boolean wanted = kind == 0 ? block instanceof IndicatorBlock : block instanceof SparseBlock;
                if (wanted) {
                    for (int part = 0; part < block.width(); part++) {
                        outer[next + part] = column + part;
                    }
                    if (block instanceof IndicatorBlock indicator) {
                        coded.add(new Coded(next, block.width(), indicator.codes()));
                    } else {
                        sparse.add(new Sparse(next, (SparseBlock) block));
                    }
                    next += block.width();
                }
                column += block.width();
            }
        }
        this.centers = new double[numbers];
        this.scales = new double[numbers];
        workers.each(numbers, number -> standardise(number, columns.get(number), weights));
        this.panels = new double[(rows + CHUNK - 1) / CHUNK][];
        workers.each(panels.length, chunk -> panels[chunk] = panel(columns, chunk));
    }

    private void standardise(int number, double[] values, double[] weights) {
        double largest = 0;
        double total = 0;
        for (int row = 0; row < rows; row++) {
            largest = Math.max(largest, Math.abs(values[row]));
            total += weights[row];
        }
        scales[number] = 1;
        if (largest == 0) {
            return;
        }
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += weights[row] / total * (values[row] / largest);
        }
        double variance = 0;
        for (int row = 0; row < rows; row++) {
            double distance = values[row] / largest - mean;
            variance += weights[row] / total * distance * distance;
        }
        centers[number] = mean * largest;
        // A spread of rounding errors only is none.
        if (variance > 1e-28) {
            scales[number] = Math.sqrt(variance) * largest;
        } else {
            scales[number] = Double.POSITIVE_INFINITY;
        }
    }

    private double[] panel(List<double[]> columns, int chunk) {
        int from = chunk * CHUNK;
        int to = Math.min(rows, from + CHUNK);
        int stride = numbers + 1;
        double[] panel = new double[(to - from) * stride];
        for (int number = 0; number < numbers; number++) {
            double[] values = columns.get(number);
            for (int row = from; row < to; row++) {
                panel[(row - from) * stride + number] = (values[row] - centers[number]) / scales[number];
            }
        }
        for (int row = from; row < to; row++) {
            panel[(row - from) * stride + numbers] = 1;
        }
        return panel;
    }

    int rows() {
        return rows;
    }

    /** Inner columns, the intercept among them. */
    int width() {
        return width;
    }

    int intercept() {
        return numbers;
    }

    /** What a coefficient of one unit is divided by: a penalty on outer coefficients is divided by it, or by its square. */
    double scale(int inner) {
        return inner < numbers ? scales[inner] : 1;
    }

    /** Coefficients in the order of the features, and the intercept as the last. */
    double[] outer(double[] inner) {
        double[] result = new double[width];
        double intercept = inner[numbers];
        for (int column = 0; column < width; column++) {
            double value = inner[column] / scale(column);
            result[outer[column]] = value;
            if (column < numbers) {
                intercept -= value * centers[column];
            }
        }
        result[width - 1] = intercept;
        return result;
    }

    Workers workers() {
        return workers;
    }

    private int slices() {
        return Math.max(1, Math.min(8, panels.length / 8));
    }

    /** Runs over all rows in slices and adds up what each found. */
    private double[] summed(int size, SliceSum sum) {
        int slices = slices();
        double[][] parts = new double[slices][];
        workers.each(slices, slice -> {
            double[] part = new double[size];
            int last = (int) ((long) (slice + 1) * panels.length / slices);
            for (int chunk = (int) ((long) slice * panels.length / slices); chunk < last; chunk++) {
                sum.add(chunk, chunk * CHUNK, Math.min(rows, (chunk + 1) * CHUNK), part);
            }
            parts[slice] = part;
        });
        for (int slice = 1; slice < slices; slice++) {
            for (int index = 0; index < size; index++) {
                parts[0][index] += parts[slice][index];
            }
        }
        return parts[0];
    }

    private interface SliceSum {
        void add(int chunk, int from, int to, double[] into);
    }

    /** Sum of a function of the rows. */
    double sum(java.util.function.IntToDoubleFunction ofRow) {
        return summed(1, (chunk, from, to, into) -> {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += ofRow.applyAsDouble(row);
            }
            into[0] += sum;
        })[0];
    }

    /** X v, by row. */
    double[] times(double[] v) {
        double[] result = new double[rows];
        workers.each(panels.length, chunk -> times(v, chunk, result));
        return result;
    }

    private void times(double[] v, int chunk, double[] result) {
        int from = chunk * CHUNK;
        int to = Math.min(rows, from + CHUNK);
        int stride = numbers + 1;
        double[] panel = panels[chunk];
        for (int row = from; row < to; row++) {
            result[row] = Products.dot(panel, (row - from) * stride, v, stride);
        }
        for (Coded block : coded) {
            for (int row = from; row < to; row++) {
                int code = block.codes[row];
                if (code >= 0) {
                    result[row] += v[block.first + code];
                }
            }
        }
        for (Sparse block : sparse) {
            SparseBlock entries = block.block;
            for (int row = from; row < to; row++) {
                double sum = 0;
                for (int entry = entries.starts()[row]; entry < entries.starts()[row + 1]; entry++) {
                    sum += entries.values()[entry] * v[block.first + entries.columns()[entry]];
                }
                result[row] += sum;
            }
        }
    }

    /** Transposed X times one number a row. */
    double[] transposedTimes(double[] byRow) {
        return summed(width, (chunk, from, to, into) -> {
            int stride = numbers + 1;
            double[] panel = panels[chunk];
            for (int row = from; row < to; row++) {
                Products.add(byRow[row], panel, (row - from) * stride, into, 0, stride);
            }
            for (Coded block : coded) {
                for (int row = from; row < to; row++) {
                    if (block.codes[row] >= 0) {
                        into[block.first + block.codes[row]] += byRow[row];
                    }
                }
            }
            for (Sparse block : sparse) {
                SparseBlock entries = block.block;
                for (int row = from; row < to; row++) {
                    for (int entry = entries.starts()[row]; entry < entries.starts()[row + 1]; entry++) {
                        into[block.first + entries.columns()[entry]] += byRow[row] * entries.values()[entry];
                    }
                }
            }
        });
    }

    /** The squares of each column, weighted and summed: the diagonal of {@link #gram}. */
    double[] squares(double[] byRow) {
        return summed(width, (chunk, from, to, into) -> {
            int stride = numbers + 1;
            double[] panel = panels[chunk];
            for (int row = from; row < to; row++) {
                int start = (row - from) * stride;
                for (int column = 0; column < stride; column++) {
                    into[column] += byRow[row] * panel[start + column] * panel[start + column];
                }
                for (Coded block : coded) {
                    if (block.codes[row] >= 0) {
                        into[block.first + block.codes[row]] += byRow[row];
                    }
                }
                for (Sparse block : sparse) {
                    SparseBlock entries = block.block;
                    for (int entry = entries.starts()[row]; entry < entries.starts()[row + 1]; entry++) {
                        double value = entries.values()[entry];
                        into[block.first + entries.columns()[entry]] += byRow[row] * value * value;
                    }
                }
            }
        });
    }

    /** Transposed X times diagonal times X: the lower triangle, row by row, of {@code width x width} numbers. */
    double[] gram(double[] byRow) {
        return summed(Math.multiplyExact(width, width), (chunk, from, to, into) -> {
            double[] panel = panels[chunk];
            Products.lowerGram(panel, numbers + 1, byRow, from, to, into, width);
            for (int later = 0; later < coded.size(); later++) {
                Coded block = coded.get(later);
                addAcross(panel, block, byRow, from, to, into);
                for (int earlier = 0; earlier < later; earlier++) {
                    addPairs(block, coded.get(earlier), byRow, from, to, into);
                }
            }
            for (int later = 0; later < sparse.size(); later++) {
                for (int row = from; row < to; row++) {
                    addSparse(later, panel, row, row - from, byRow[row], into);
                }
            }
        });
    }

    private void addAcross(double[] panel, Coded block, double[] byRow, int from, int to, double[] into) {
        int stride = numbers + 1;
        for (int row = from; row < to; row++) {
            if (block.codes[row] >= 0) {
                int column = block.first + block.codes[row];
                Products.add(byRow[row], panel, (row - from) * stride, into, column * width, stride);
                into[column * width + column] += byRow[row];
            }
        }
    }

    private void addPairs(Coded later, Coded earlier, double[] byRow, int from, int to, double[] into) {
        int[] rowsOf = later.codes;
        int[] columnsOf = earlier.codes;
        for (int row = from; row < to; row++) {
            if (rowsOf[row] >= 0 && columnsOf[row] >= 0) {
                into[(later.first + rowsOf[row]) * width + earlier.first + columnsOf[row]] += byRow[row];
            }
        }
    }

    private void addSparse(int number, double[] panel, int row, int place, double weight, double[] into) {
        Sparse block = sparse.get(number);
        SparseBlock entries = block.block;
        int stride = numbers + 1;
        for (int entry = entries.starts()[row]; entry < entries.starts()[row + 1]; entry++) {
            int column = block.first + entries.columns()[entry];
            double heavy = weight * entries.values()[entry];
            Products.add(heavy, panel, place * stride, into, column * width, stride);
            for (Coded other : coded) {
                if (other.codes[row] >= 0) {
                    into[column * width + other.first + other.codes[row]] += heavy;
                }
            }
            for (int earlier = 0; earlier <= number; earlier++) {
                Sparse other = sparse.get(earlier);
                int last = earlier == number ? entry + 1 : other.block.starts()[row + 1];
                for (int second = other.block.starts()[row]; second < last; second++) {
                    into[column * width + other.first + other.block.columns()[second]] +=
                            heavy * other.block.values()[second];
                }
            }
        }
    }

    /** All entries of the blocks that are not numbers, as far as products go; numbers count once each. */
    long entriesPerRow() {
        long entries = numbers + 1L + coded.size();
        for (Sparse block : sparse) {
            entries += block.block.values().length / Math.max(1, rows);
        }
        return entries;
    }

    /** One column, by row. */
    double[] column(int inner) {
        double[] result = new double[rows];
        double[] unit = new double[width];
        unit[inner] = 1;
        if (inner <= numbers) {
            int stride = numbers + 1;
            for (int row = 0; row < rows; row++) {
                result[row] = panels[row / CHUNK][row % CHUNK * stride + inner];
            }
            return result;
        }
        for (Coded block : coded) {
            if (inner >= block.first && inner < block.first + block.levels) {
                for (int row = 0; row < rows; row++) {
                    result[row] = block.codes[row] == inner - block.first ? 1 : 0;
                }
                return result;
            }
        }
        return Arrays.copyOf(times(unit), rows);
    }
}
